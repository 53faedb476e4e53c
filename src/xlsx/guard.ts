import { WorkbookError } from '../workbook';
import { READ_LIMITS, tooLarge, type ReadLimits } from './limits';
import { OpcPackage } from './package';
import { readZip } from './zip';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Opens the archive of an `.xlsx` or `.xlsm` workbook, or says why it cannot be one. Nothing is unpacked
 * before sizes, counts and ratios have been looked at.
 * @throws WorkbookError `not-a-workbook`, `old-format`, `encrypted`, `damaged`, `too-large`, `suspicious-archive`.
 */
export function openPackage(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): OpcPackage {
  if (bytes.length > limits.fileBytes) {
    throw tooLarge(bytes.length, limits.fileBytes);
  }
  if (!startsWith(bytes, ZIP)) throw otherFile(bytes);
  const entries = readZip(bytes, limits);
  const names = new Set(entries.map((entry) => entry.name.replace(/\\/g, '/').toLowerCase()));
  const opened = new OpcPackage(entries, limits);
  if (names.has('xl/workbook.bin')) throw oldFormat('.xlsb');
  if (names.has('mimetype') && names.has('content.xml')) throw oldFormat('.ods');
  if (
    !names.has('[content_types].xml') ||
    names.has('word/document.xml') ||
    names.has('ppt/presentation.xml')
  ) {
    throw new WorkbookError('not-a-workbook', { reason: 'archive' });
  }
  return opened;
}

function oldFormat(format: string): WorkbookError {
  return new WorkbookError('old-format', { format });
}

/** What a file is that is no archive: a protected workbook, another spreadsheet format, or something else. */
function otherFile(bytes: Uint8Array): WorkbookError {
  if (bytes.length === 0) return new WorkbookError('not-a-workbook', { reason: 'empty' });
  if (startsWith(bytes, OLE)) {
    if (hasStream(bytes, 'EncryptedPackage')) return new WorkbookError('encrypted');
    return hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')
      ? oldFormat('.xls')
      : new WorkbookError('not-a-workbook', { reason: 'compound' });
  }
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) return oldFormat('.xls');
  const head = textHead(bytes);
  if (head === null) return new WorkbookError('not-a-workbook', { reason: 'binary' });
  if (/^\s*<\?xml|^\s*<Workbook/i.test(head)) {
    return /schemas-microsoft-com:office:spreadsheet/.test(head)
      ? oldFormat('.xml')
      : new WorkbookError('not-a-workbook', { reason: 'xml' });
  }
  if (/^\s*(<!doctype html|<html|<table|<meta)/i.test(head)) return oldFormat('.html');
  if (/^(%PDF|\{\\rtf)/.test(head)) return new WorkbookError('not-a-workbook', { reason: 'document' });
  return /[;,\t].*[\r\n]|^[^\n]*[;\t]/.test(head)
    ? oldFormat('.csv')
    : new WorkbookError('not-a-workbook', { reason: 'text' });
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Directory entries of a compound file are 128 bytes, aligned, and begin with the name in UTF-16 ([MS-CFB] 2.6). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const mark = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (mark.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** The first characters when the file is text, else null. */
function textHead(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  // eight-bit text has no control characters but tab, line feed, carriage return and form feed
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return null;
  return new TextDecoder('windows-1252').decode(head).replace(/^ï»¿/, '');
}
