import { Inflate, deflateSync } from 'fflate';
import { WorkbookError } from '../workbook';
import { crc32 } from './crc32';
import { tooLarge, type ReadLimits } from './limits';

/**
 * The archive as a list of entries whose packed bytes can be copied as they are (APPNOTE.TXT 6.3, PKWARE).
 * fflate packs and unpacks; the directory is read here because copying an untouched part byte for byte, and
 * judging an archive before unpacking it, both need it.
 */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** DOS time and date, as in the directory. */
  readonly time: number;
  readonly crc: number;
  /** Unpacked size in bytes, as declared. */
  readonly size: number;
  readonly attributes: number;
  /** The packed bytes, a view on the archive. */
  readonly packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
/** 1 January 1980, the archive's zero: new parts carry no clock time, so equal content gives equal bytes. */
const NO_TIME = 0x00210000;
/** Packed bytes taken at a time: unpacked, a piece is some hundred kilobytes. */
const STEP = 32 * 1024;

function damaged(reason: string, details: Record<string, string | number> = {}): WorkbookError {
  return new WorkbookError('damaged', { reason, ...details });
}

function suspicious(reason: string, found: number, limit: number): WorkbookError {
  return new WorkbookError('suspicious-archive', { reason, found, limit });
}

/** Where the directory lies and how many entries it says to have. */
function findDirectory(view: DataView): { offset: number; count: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (offset !== 0xffffffff && count !== 0xffff) return { offset, count };
    if (at < 20 || view.getUint32(at - 20, true) !== END64_LOCATOR) return { offset, count };
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64) throw damaged('directory');
    return {
      offset: Number(view.getBigUint64(end64 + 48, true)),
      count: Number(view.getBigUint64(end64 + 32, true)),
    };
  }
  throw damaged('directory');
}

/** Sizes and offset that did not fit in 32 bits, in the order APPNOTE 4.5.3 gives them. */
function zip64(view: DataView, from: number, to: number, values: [number, number, number]): typeof values {
  const found: typeof values = [...values];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const [i, value] of values.entries()) {
      if (value !== 0xffffffff) continue;
      if (next + 8 > to) throw damaged('directory');
      found[i] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  return found;
}

/**
 * Reads the directory and judges the archive before anything is unpacked.
 * @throws WorkbookError `damaged`, `encrypted`, `too-large`, `suspicious-archive`.
 */
export function readZip(bytes: Uint8Array, limits: ReadLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, count } = findDirectory(view);
  if (count > limits.entries) throw suspicious('entries', count, limits.entries);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [];
  const names = new Set<string>();
  let total = 0;
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged('directory');
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > view.byteLength) throw damaged('directory');
    const nameBytes = bytes.subarray(at + 46, nameEnd);
    const name = decoder.decode(nameBytes);
    const [size, packedSize, local] = zip64(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    if (flags & ENCRYPTED_FLAG) throw new WorkbookError('encrypted', { part: name });
    if (names.has(name)) throw damaged('duplicate', { part: name });
    names.add(name);
    total += size;
    const start = dataStart(view, local, name);
    if (start + packedSize > view.byteLength) throw damaged('truncated', { part: name });
    spans.push([local, start + packedSize]);
    entries.push({
      name,
      nameBytes,
      flags,
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      attributes: view.getUint32(at + 38, true),
      packed: bytes.subarray(start, start + packedSize),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  refuseOverlaps(spans);
  const ratio = Math.round(total / bytes.length);
  if (total > limits.ratioFloor && ratio > limits.ratio) throw suspicious('ratio', ratio, limits.ratio);
  if (total > limits.totalBytes) {
    throw tooLarge(total, limits.totalBytes);
  }
  return entries;
}

function dataStart(view: DataView, local: number, part: string): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) {
    throw damaged('directory', { part });
  }
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Entries that share bytes are how the densest bombs are made; no program writes them. */
function refuseOverlaps(spans: [number, number][]): void {
  spans.sort((a, b) => a[0] - b[0]);
  spans.forEach(([start], i) => {
    const previous = spans[i - 1];
    if (previous && start < previous[1]) throw suspicious('overlap', i, 0);
  });
}

/**
 * Unpacks one entry piece by piece, never past its declared size: one that lies about it is stopped after a piece,
 * not after gigabytes. The checksum is judged when the last piece has been handed out.
 * @throws WorkbookError at once `too-large`, `damaged`; the source throws `suspicious-archive` (more bytes than
 * declared) and `damaged`.
 */
export function unpacking(entry: ZipEntry, limit: number): () => Uint8Array | null {
  const { name: part, size, method, packed } = entry;
  if (size > limit) throw tooLarge(size, limit, { part });
  if (method !== 0 && method !== 8) throw damaged('method', { part, method });
  let at = 0;
  let length = 0;
  let crc = 0;
  let ready: Uint8Array[] = [];
  const stream = new Inflate((piece) => ready.push(piece));
  const take = (): void => {
    const piece = packed.subarray(at, at + STEP);
    at += STEP;
    if (method === 0) ready.push(piece);
    else inflate(() => stream.push(piece, at >= packed.length), part);
  };
  return () => {
    for (;;) {
      const [piece] = ready;
      if (piece && piece.length > 0) {
        ready = ready.slice(1);
        length += piece.length;
        if (length > size) throw suspicious('size', length, size);
        crc = crc32(piece, crc);
        return piece;
      }
      ready = ready.slice(1);
      if (ready.length > 0) continue;
      if (at >= packed.length) {
        if (length !== size || crc !== entry.crc) throw damaged('checksum', { part });
        return null;
      }
      take();
    }
  };
}

function inflate(work: () => void, part: string): void {
  try {
    work();
  } catch (cause) {
    throw new WorkbookError('damaged', { reason: 'inflate', part }, { cause });
  }
}

/** A part to be packed: new, or new content under an entry that was there. */
export function packEntry(name: string, content: Uint8Array, old?: ZipEntry): ZipEntry {
  const nameBytes = old?.nameBytes ?? new TextEncoder().encode(name);
  return {
    name,
    nameBytes,
    flags: old ? old.flags & UTF8_FLAG : UTF8_FLAG,
    method: 8,
    time: old?.time ?? NO_TIME,
    crc: crc32(content),
    size: content.length,
    attributes: old?.attributes ?? 0,
    packed: deflateSync(content),
  };
}

/** Writes an archive; packed bytes are copied as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const headers = entries.reduce((sum, entry) => sum + 76 + 2 * entry.nameBytes.length, 22);
  const out = new Uint8Array(entries.reduce((sum, entry) => sum + entry.packed.length, headers));
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    view.setUint16(at + 4, 20, true);
    commonHeader(view, at + 6, entry);
    out.set(entry.nameBytes, at + 30);
    out.set(entry.packed, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.packed.length;
  }
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    view.setUint16(at + 6, 20, true);
    commonHeader(view, at + 8, entry);
    view.setUint32(at + 38, entry.attributes, true);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The 22 bytes that local header and directory share: flags … name length (no extra field). */
function commonHeader(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, entry.flags & UTF8_FLAG, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint32(at + 4, entry.time, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.packed.length, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.nameBytes.length, true);
}
