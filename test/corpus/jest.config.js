/** Workbooks of a folder: `npm run corpus -- FOLDER`, `npm run corpus:pane -- FOLDER`. */
const base = require('../../jest.config.js');

module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/corpus/**/*.corpus.ts'],
  testTimeout: 300_000,
};
