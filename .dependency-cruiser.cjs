/**
 * The arrows of the house: a folder may import only folders above it in this list.
 * See docs/architettura.md.
 */
const order = [
  'workbook',
  'formats',
  'plan',
  'mapping',
  'indicators',
  'coherence',
  'approval',
  'application',
  'messages',
  'excel',
  'xlsx',
  'functions',
  'commands',
  'taskpane',
  'cli',
  'workbench',
];
const core = order.slice(0, 8);
const shipped = ['excel', 'functions', 'commands', 'taskpane'];

module.exports = {
  forbidden: [
    ...order.slice(0, -1).map((folder, index) => ({
      name: `${folder}-imports-only-above`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${order.slice(index + 1).join('|')})/` },
    })),
    {
      name: 'core-is-pure',
      comment: 'No Node, DOM or Office in the core.',
      severity: 'error',
      from: { path: `^src/(${core.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-never-imports-workbench-or-cli',
      severity: 'error',
      from: { path: `^src/(${shipped.join('|')})/` },
      to: { path: '^src/(workbench|cli)/' },
    },
    {
      name: 'excel-and-xlsx-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/(excel|xlsx)/' },
      to: { path: '^src/(excel|xlsx)/', pathNot: '^src/$1/' },
    },
    {
      name: 'through-the-front-door',
      comment: "A folder's index.ts is its face: others import the folder, not its files.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: `^src/(${order.slice(0, 9).join('|')})/`,
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.tsx?$'],
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
