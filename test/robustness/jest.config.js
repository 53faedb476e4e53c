/** Long runs, apart from `npm test`: `npm run endurance`. */
const base = require('../../jest.config.js');

module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/robustness/**/*.endurance.ts'],
  testTimeout: 900_000,
};
