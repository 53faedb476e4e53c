/** The core alone, without browsers and builds, and a quarter of its long lists: `npm run test:core`. */
const base = require('../../jest.config.js');

const ROOMS = [
  'workbook',
  'plan',
  'mapping',
  'reading',
  'indicators',
  'coherence',
  'approval',
  'application',
  'messages',
];
process.env.PEG_QUICK = 'yes';

module.exports = {
  ...base,
  rootDir: '../..',
  roots: ROOMS.map((room) => `<rootDir>/test/${room}`),
  // Many readings make one figure: what `npm test` measures.
  testPathIgnorePatterns: ['/test/reading/floor'],
};
