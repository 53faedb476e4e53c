/** The help of the pane is a part of the manual: under `### Il pannello` one section for each view, in their order. */

const PANE = /^### (?:Il pannello|The pane)$/m;
/** Bold, slanted or code. */
const MARKED = /\*\*([^*]+)\*\*|_([^_]+)_|`([^`]+)`/g;

/**
 * @param {string} manual the page, in Markdown
 * @returns title and blocks of every section: a block is a list of pieces of text, an item of a list or a paragraph
 */
export function helpOf(manual) {
  const from = PANE.exec(manual);
  const part = manual.slice(from.index + from[0].length).split(/^#{2,3} /m)[0];
  return part
    .split(/^#### /m)
    .slice(1)
    .map((section) => {
      const [title, ...rest] = section.split('\n');
      const blocks = rest
        .join('\n')
        .split(/\n\s*\n|\n(?=- )/)
        .map((block) => block.replace(/\s+/g, ' ').trim())
        .filter((block) => block !== '' && !block.startsWith('!['));
      return {
        title,
        blocks: blocks.map((block) => ({
          item: block.startsWith('- '),
          pieces: piecesOf(block.replace(/^- /, '')),
        })),
      };
    });
}

function piecesOf(text) {
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
    const [, bold, slanted, code] = found;
    pieces.push({ text: bold ?? slanted ?? code, as: bold ? 'strong' : slanted ? 'em' : 'code' });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
