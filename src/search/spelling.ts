/** Whether two texts differ by at most one unit: wrong, missing, too many, or two neighbours swapped. */
export function withinOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (same === short.length) return true;
  const rest = (text: string, from: number): string => text.slice(from);
  if (short.length < long.length) return rest(short, same) === rest(long, same + 1);
  if (rest(short, same + 1) === rest(long, same + 1)) return true;
  return (
    short[same] === long[same + 1] && short[same + 1] === long[same] && rest(short, same + 2) === rest(long, same + 2)
  );
}
