/** The core and the command run in Node; what needs a page says so in its own first lines. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/univer-bundle.cjs',
  moduleNameMapper: { '/univer$': '<rootDir>/dist/.tools/univer.cjs' },
  // What is built is run as it is.
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/workbench/page/**', '!src/**/index.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcovonly'],
  coverageThreshold: {
    global: { statements: 80, branches: 70 },
    './src/coherence/': { statements: 90, branches: 80 },
    './src/plan/': { statements: 90, branches: 80 },
  },
  // What the reader looks up all the time: a global of the tests' own world is slow to find.
  sandboxInjectedGlobals: ['Array', 'Map', 'Math', 'Number', 'Object', 'RegExp', 'Set', 'String'],
  testTimeout: 60000,
  maxWorkers: 2,
};
