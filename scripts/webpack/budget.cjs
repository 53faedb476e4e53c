const { gzipSync } = require('node:zlib');
const { Compilation, WebpackError } = require('webpack');

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Bytes over the line, gzip: those before the first value of a function, and those of the pane on top of them.
 * More than the budget ends a production build. Office.js itself is Microsoft's and is not counted.
 */
class Budget {
  constructor(limits) {
    this.limits = limits;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Budget', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Budget', stage }, () => this.weigh(compilation));
    });
  }

  weigh(compilation) {
    const size = (names) =>
      [...names]
        .filter((name) => /\.(js|css)$/.test(name))
        .reduce((sum, name) => sum + gzipSync(compilation.getAsset(name).source.buffer()).length, 0);
    const first = new Set(compilation.entrypoints.get('taskpane').getFiles());
    const lazy = new Set([...compilation.chunks].flatMap((chunk) => [...chunk.files]));
    for (const name of first) lazy.delete(name);
    const sizes = { first: size(first), lazy: size(lazy) };
    compilation.getLogger('Budget').warn(`first ${kB(sizes.first)}, pane ${kB(sizes.lazy)} (gzip)`);
    for (const part of ['first', 'lazy']) {
      if (sizes[part] <= this.limits[part]) continue;
      const message = `budget: ${part} is ${kB(sizes[part])} gzip, allowed are ${kB(this.limits[part])}`;
      compilation.errors.push(new WebpackError(message));
    }
  }
}

module.exports = { Budget };
