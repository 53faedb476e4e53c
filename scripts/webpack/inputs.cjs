const { writeFileSync } = require('node:fs');
const { Compilation } = require('webpack');

/** Writes beside the built folder which files it was built from: `dist/addin.files.json`, an array of paths. */
class Inputs {
  apply(compiler) {
    compiler.hooks.done.tap('Inputs', ({ compilation }) => {
      if (!(compilation instanceof Compilation) || compilation.errors.length > 0) return;
      writeFileSync(`${compiler.outputPath}.files.json`, JSON.stringify([...compilation.fileDependencies]));
    });
  }
}

module.exports = { Inputs };
