/**
 * Long runs, apart from `npm test`: `npm run endurance`. The tests of the core that try a share of many cases there
 * (`test/support/share.ts`) try all of them here.
 */
const base = require('../../jest.config.js');

process.env.PEG_EVERY_CASE = 'yes';

module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: [
    '**/robustness/**/*.endurance.ts',
    '**/test/{application,coherence,indicators,mapping,plan}/*.test.ts',
  ],
  testTimeout: 900_000,
};
