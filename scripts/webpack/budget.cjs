const { gzipSync } = require('node:zlib');
const { Compilation, WebpackError } = require('webpack');

/** Files that do not change are packed once, as small as it goes. */
const BEST = { level: 9 };

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Bytes over the line, gzip, of what is fetched at once: before the first value of a function (`taskpane`, and
 * `formats` beside it), for a check (`check`: the rules and their engine), for a file that the user chooses (`files`), for the pane with all its
 * views (`pane`: everything else). What an earlier part brought is not counted again. More than the budget ends a production build. Office.js itself
 * is Microsoft's and is not counted.
 */
class Budget {
  /**
   * @param {Record<string, number>} limits bytes by name of the entry or chunk, in the order of fetching
   * @param {{ onlyTell?: boolean }} options `onlyTell`: what is over the line is told and ends nothing
   */
  constructor(limits, { onlyTell = false } = {}) {
    this.limits = limits;
    this.onlyTell = onlyTell;
  }

  apply(compiler) {
    if (compiler.options.mode !== 'production') return;
    compiler.hooks.thisCompilation.tap('Budget', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Budget', stage }, () => this.weigh(compilation));
    });
  }

  weigh(compilation) {
    const counted = new Set();
    const sizes = Object.keys(this.limits).map((name) => {
      const files = filesOf(compilation, name).filter(
        (file) => /\.(js|css)$/.test(file) && !counted.has(file),
      );
      files.forEach((file) => counted.add(file));
      const bytes = files.map((file) => gzipSync(compilation.getAsset(file).source.buffer(), BEST).length);
      return [name, bytes.reduce((sum, size) => sum + size, 0)];
    });
    const told = sizes.map(([name, size]) => `${name} ${kB(size)}`).join(', ');
    compilation.getLogger('Budget').warn(`gzip: ${told}`);
    for (const [name, size] of sizes) {
      if (size > 0 && size <= this.limits[name]) continue;
      const message = `budget: ${name} is ${kB(size)} gzip, allowed are ${kB(this.limits[name])}`;
      (this.onlyTell ? compilation.warnings : compilation.errors).push(new WebpackError(message));
    }
  }
}

const filesOf = (compilation, name) =>
  name === 'pane'
    ? [...new Set([...compilation.chunks].flatMap((chunk) => [...chunk.files]))]
    : (compilation.namedChunkGroups.get(name)?.getFiles() ?? []);

module.exports = { Budget };
