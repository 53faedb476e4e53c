/**
 * The pages of the Excel add-in. `npm run build` makes them and the command; by hand:
 *
 *   npx webpack --mode production                     dist/addin
 *   npx webpack --mode production --env offline       pages that load office.js from our own server
 *   npx webpack --mode production --env trial         over the budget of bytes all the same: to try, not to ship
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const webpack = require('webpack');
const { Budget } = require('./scripts/webpack/budget.cjs');
const { Inputs } = require('./scripts/webpack/inputs.cjs');
const { ItalianMetadata } = require('./scripts/webpack/italian-metadata.cjs');
const { version } = require('./package.json');

const at = (...parts) => path.join(__dirname, ...parts);

/** TypeScript and TSX, compiled file by file; types are checked by `npm run typecheck`. */
const typescript = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  },
});

/** A module of mathjs that nothing we let through reaches. */
const mathjs = (module) => path.join(path.dirname(require.resolve('mathjs/number')), '../esm', module);

const resolve = {
  extensions: ['.ts', '.tsx', '.js', '.json'],
  // json-rules-engine uses it only when no path resolver is given; it is the only eval in our bundles.
  alias: {
    'jsonpath-plus': false,
    // Formulas are never shown in TeX.
    [mathjs('utils/latex.js')]: false,
    // Numbers only: there are no big numbers to format.
    [mathjs('utils/bignumber/formatter.js')]: false,
    // No formula of an office asks for the gamma function.
    [mathjs('plain/number/probability.js')]: false,
    'escape-latex': false,
  },
};

/** Where Microsoft wants office.js to be loaded from, and our own copy for networks without internet. */
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const OFFICE_PACKAGE = path.dirname(require.resolve('@microsoft/office-js/package.json'));

/** All that Excel needs of office.js: loader, one script per platform, texts in two languages. */
const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'telemetry/oteljs_agave.js',
  'en-us/office_strings.js',
  'it-it/office_strings.js',
];

/** Copied byte for byte: `minimized` keeps Terser away, the licence allows no changes. */
const officeCopy = OFFICE_FILES.map((name) => ({
  from: path.join(OFFICE_PACKAGE, 'dist', name),
  to: `office/${name}`,
  info: { minimized: true },
}));

/** Excel opens only pages it trusts: with the certificate of `npx office-addin-dev-certs install`, where it is. */
function https() {
  const file = (name) => path.join(os.homedir(), '.office-addin-dev-certs', name);
  if (!fs.existsSync(file('localhost.key'))) return 'https';
  return {
    type: 'https',
    options: { key: file('localhost.key'), cert: file('localhost.crt'), ca: file('ca.crt') },
  };
}

const addin = ({ offline = false, trial = false }, mode) => ({
  name: 'addin',
  target: ['web', 'es2022'],
  entry: { taskpane: at('src/taskpane/index.ts') },
  // What the page fetches later carries its content in its name: an old page never gets a new part.
  output: {
    path: at('dist/addin'),
    filename: '[name].js',
    chunkFilename: mode === 'production' ? '[name].[contenthash:8].js' : '[name].js',
    clean: true,
  },
  resolve,
  module: {
    rules: [
      typescript('es2022'),
      // Nothing happens there on loading: what nobody uses of a folder's face is left out.
      {
        test: /src.(workbook|plan|mapping|reading|vocabulary|indicators|coherence|approval|application|messages|excel).*\.ts$/,
        sideEffects: false,
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  // What did not change since the last build is not compiled again.
  cache: {
    type: 'filesystem',
    cacheDirectory: at('dist/.cache'),
    buildDependencies: { config: [at('webpack.config.js'), at('scripts/webpack/')] },
  },
  // Never eval: the pages forbid it.
  devtool: mode === 'production' ? false : 'source-map',
  // The compiler that reads our TypeScript makes it small too: quicker and smaller than the default.
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: {
          ecma: 2022,
          module: true,
          compress: { ecma: 2022, passes: 4 },
          mangle: true,
        },
      }),
    ],
  },
  // Our own budgets are about what travels: gzip.
  performance: { hints: false },
  plugins: [
    new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
    new MiniCssExtractPlugin({ filename: '[name].css' }),
    new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: at('src/functions/functions.ts') }),
    new ItalianMetadata(require('./src/functions/texts.it.json')),
    new HtmlWebpackPlugin({
      template: at('src/taskpane/taskpane.html'),
      filename: 'taskpane.html',
      officeJs: offline ? 'office/office.js' : OFFICE_CDN,
      scriptLoading: 'blocking',
      inject: 'body',
    }),
    new CopyPlugin({
      patterns: [
        { from: at('assets'), to: 'assets' },
        { from: at('src/taskpane/aiuto.*'), to: '[name][ext]' },
        ...(offline ? officeCopy : []),
      ],
    }),
    new Inputs(),
    new Budget(
      { taskpane: 200_000, formats: 22_000, check: 127_000, files: 20_000, pane: 312_000 },
      { onlyTell: trial },
    ),
  ],
  devServer: { port: 3000, server: https(), headers: { 'Access-Control-Allow-Origin': '*' } },
  stats: 'errors-warnings',
});

module.exports = (env = {}, { mode } = {}) => addin(env, mode);
