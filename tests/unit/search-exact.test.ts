import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/lib/comparable.ts';
import { decodeGrams, encodeGrams, separator } from '../../src/lib/gram-file.ts';
import { buildGramIndex } from '../../src/publish/gram-index.ts';
import { openGrams, type ReadFile } from '../../src/search/grams.ts';

/** An index over texts, read as the browser reads it. */
async function indexOf(texts: readonly string[]) {
  const { manifest, files } = buildGramIndex(
    texts.map((content, page) => ({ id: `zh_${page}`, url: `/p/${page}/`, content })),
  );
  const asked: string[] = [];
  const read: ReadFile = async (name) => {
    asked.push(name);
    if (name === 'grams.zh.bin') return new TextEncoder().encode(JSON.stringify({ ...manifest, folder: 'g' }));
    const file = files[Number(/^g\/(\d+)\.bin$/.exec(name)?.[1])];
    if (!file) throw new Error(`${name}: 404`);
    return file;
  };
  return { grams: await openGrams(read, 'zh'), asked };
}

const pagesHolding = (texts: readonly string[], needle: string): number[] =>
  texts.flatMap((text, page) => (comparable(text).includes(needle) ? [page] : []));

describe('the exact index', () => {
  test('finds every substring on exactly the pages that hold it', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'党员积分制考核0123.%/ａ。，“”R \n'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        async (texts, which, at, length) => {
          const { grams } = await indexOf(texts);
          const source = comparable(texts[which % texts.length] ?? '');
          const start = source.length === 0 ? 0 : at % source.length;
          const needle = source.slice(start, start + length);
          if (needle === '') return;
          const found = await grams.find(needle);
          expect([...found.keys()].sort((a, b) => a - b)).toEqual(pagesHolding(texts, needle));
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test('says where, counting overlapping places', async () => {
    const { grams } = await indexOf(['哈哈哈哈', '无', '不哈哈']);
    expect(await grams.find('哈哈')).toEqual(
      new Map([
        [0, [0, 1, 2]],
        [2, [1]],
      ]),
    );
    expect(await grams.find('哈')).toEqual(
      new Map([
        [0, [0, 1, 2, 3]],
        [2, [1, 2]],
      ]),
    );
  });

  test('never joins the end of a page with the beginning of the next', async () => {
    const { grams } = await indexOf(['台', '阶']);
    expect((await grams.find('台阶')).size).toBe(0);
    expect([...(await grams.find('台')).keys()]).toEqual([0]);
  });

  test('a string that stands nowhere asks for few files', async () => {
    const { grams, asked } = await indexOf(['一二三四五六七八九十'.repeat(50)]);
    expect((await grams.find('甲乙丙丁戊己庚辛壬癸'.repeat(6))).size).toBe(0);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  test('a file that did not come is asked for again', async () => {
    const { manifest, files } = buildGramIndex([{ id: 'zh_0', url: '/p/', content: '台阶' }]);
    let broken = true;
    const grams = await openGrams(async (name) => {
      if (name === 'grams.zh.bin') return new TextEncoder().encode(JSON.stringify({ ...manifest, folder: 'g' }));
      if (broken) throw new Error('offline');
      return files[Number(/(\d+)\.bin$/.exec(name)?.[1])] ?? new Uint8Array();
    }, 'zh');
    await expect(grams.find('台阶')).rejects.toThrow('offline');
    broken = false;
    expect((await grams.find('台阶')).size).toBe(1);
  });

  test('a file that breaks off is an error, not a short list', () => {
    const bytes = encodeGrams([['台阶', [5, 300, 70_000]]]);
    expect(decodeGrams(bytes)).toEqual(new Map([['台阶', [5, 300, 70_000]]]));
    expect(() => decodeGrams(bytes.slice(0, -1))).toThrow('ends too early');
  });

  test('the separator cannot be typed', () => {
    expect(comparable(`台${separator}阶`)).toBe('台阶');
  });
});
