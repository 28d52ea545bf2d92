/** What is cheapest comes first; of equals the one that was added last, so that a search goes down before it goes round. */
export class Queue<Item> {
  private readonly heap: { cost: number; order: number; item: Item }[] = [];
  private added = 0;

  add(cost: number, item: Item): void {
    this.added += 1;
    const entry = { cost, order: -this.added, item };
    let at = this.heap.length;
    this.heap.push(entry);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.isBefore(at, up)) break;
      this.swap(at, up);
      at = up;
    }
  }

  next(): Item | null {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last) return null;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink();
    }
    return first.item;
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.isBefore(child, least)) least = child;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    return x !== undefined && y !== undefined && (x.cost < y.cost || (x.cost === y.cost && x.order < y.order));
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b] as never, this.heap[a] as never];
  }
}
