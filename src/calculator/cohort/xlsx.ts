import { readSheet } from 'read-excel-file/universal';
import writeExcelFile from 'write-excel-file/universal';

export type XlsxCell = string | number | boolean | Date | null;

/** A sheet to be written; the first row is its heading. */
export type Sheet = { name: string; rows: (string | number | null)[][]; widths: number[] };

export type XlsxTools = {
  /** Cells of the first sheet. */
  read(bytes: ArrayBuffer): Promise<XlsxCell[][]>;
  write(sheets: readonly Sheet[]): Promise<Blob>;
};

/**
 * The libraries hand large parts to workers of their own, made from text. Where the page does not allow these they
 * would wait for ever; this turns it into an error.
 */
async function watched<T>(work: () => Promise<T>): Promise<T> {
  const Own = globalThis.Worker;
  if (!Own) return work();
  return new Promise((resolve, reject) => {
    class Watched extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('error', () => reject(new Error('no worker')));
      }
    }
    globalThis.Worker = Watched;
    work()
      .then(resolve, reject)
      .finally(() => {
        globalThis.Worker = Own;
      });
  });
}

/** Reads and writes .xlsx. A module of its own, so that it is loaded only when it is asked for. */
export const xlsx: XlsxTools = {
  read: (bytes) => watched(() => readSheet(bytes) as Promise<XlsxCell[][]>),
  write: (sheets) =>
    watched(() =>
      writeExcelFile(
        sheets.map(({ name, rows, widths }) => ({
          sheet: name,
          columns: widths.map((width) => ({ width })),
          stickyRowsCount: 1,
          data: rows.map((row, i) =>
            row.map((value) => {
              if (value === null) return null;
              if (i === 0) return { value, fontWeight: 'bold' as const };
              return typeof value === 'number' ? value : { value, type: String, wrap: value.length > 30 };
            }),
          ),
        })),
      ).toBlob(),
    ),
};
