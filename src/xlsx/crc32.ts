/** Four tables of 256: four bytes are taken at a time. */
const TABLES = new Int32Array(1024);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLES[n] = c;
}
for (let n = 0; n < 256; n++) {
  let c = table(n);
  for (let k = 256; k < 1024; k += 256) TABLES[k + n] = c = table(c & 0xff) ^ (c >>> 8);
}

function table(at: number): number {
  return TABLES[at] as number;
}

/**
 * CRC-32 of zip archives (ISO 3309); fflate keeps its own to itself.
 * @param before that of the bytes before these, where they come in pieces.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let i = 0;
  for (const last = bytes.length - 3; i < last; i += 4) {
    const a = crc ^ (bytes[i] as number);
    const b = (crc >>> 8) ^ (bytes[i + 1] as number);
    const c = (crc >>> 16) ^ (bytes[i + 2] as number);
    const d = (crc >>> 24) ^ (bytes[i + 3] as number);
    crc = table(768 + (a & 0xff)) ^ table(512 + (b & 0xff)) ^ table(256 + (c & 0xff)) ^ table(d & 0xff);
  }
  for (; i < bytes.length; i++) crc = table((crc ^ (bytes[i] as number)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}
