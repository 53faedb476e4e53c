const { Compilation, sources, WebpackError } = require('webpack');

/**
 * The metadata that Excel reads for its own help, in Italian: the generated English file with the texts of
 * src/functions/texts.it.json. Ids, names and parameters stay as they are; a text too few or too many is an error.
 */
class ItalianMetadata {
  constructor(texts) {
    this.texts = texts;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ItalianMetadata', (compilation) => {
      // After the English file was emitted as an additional asset.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'ItalianMetadata', stage }, (assets) => {
        const english = assets['functions.json'];
        if (!english) return;
        try {
          const italian = translated(JSON.parse(String(english.source())), this.texts);
          const json = `${JSON.stringify(italian, null, 2)}\n`;
          compilation.emitAsset('functions.it.json', new sources.RawSource(json));
        } catch (error) {
          compilation.errors.push(new WebpackError(`functions.it.json: ${error.message}`));
        }
      });
    });
  }
}

/** The metadata with the texts of another language. */
function translated(metadata, texts) {
  const rest = new Set(Object.keys(texts));
  const functions = metadata.functions.map((item) => {
    const own = texts[item.id];
    rest.delete(item.id);
    if (!own) throw new RangeError(`no texts for ${item.id}`);
    const names = item.parameters.map(({ name }) => name).join();
    if (names !== Object.keys(own.parameters).join())
      throw new RangeError(`parameters of ${item.id}: ${names}`);
    return {
      ...item,
      description: own.description,
      parameters: item.parameters.map((parameter) => ({
        ...parameter,
        description: own.parameters[parameter.name],
      })),
    };
  });
  if (rest.size) throw new RangeError(`texts for unknown functions: ${[...rest].join()}`);
  return { ...metadata, functions };
}

module.exports = { ItalianMetadata, translated };
