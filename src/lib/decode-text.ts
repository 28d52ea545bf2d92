/**
 * The text of a file: UTF-8 with or without a byte-order mark, or, as older Chinese spreadsheets save it, GB 18030.
 * Never throws; bytes that are neither become replacement characters.
 */
export function decodeText(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
