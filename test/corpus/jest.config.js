/** Workbooks of a folder through both ports: `npm run corpus -- FOLDER`. */
const base = require('../../jest.config.js');

module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/corpus/**/*.corpus.ts'],
  testTimeout: 300_000,
};
