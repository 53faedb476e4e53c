/**
 * What is shipped, as a list of configurations: the command (`cli`) and the Excel add-in (`addin`).
 *
 *   npx webpack --mode production                     everything
 *   npx webpack --mode production --config-name cli   one of them
 *   npx webpack --env offline                         pages that load office.js from our own server
 */
const path = require('node:path');
const webpack = require('webpack');
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

const resolve = {
  extensions: ['.ts', '.tsx', '.js', '.json'],
  // json-rules-engine uses it only when no path resolver is given; it is the only eval in our bundles.
  alias: { 'jsonpath-plus': false },
};

const cli = () => ({
  name: 'cli',
  target: 'node20',
  entry: { peg: at('src/cli/peg.ts') },
  output: { path: at('dist/cli'), filename: '[name].js' },
  resolve,
  module: { rules: [typescript('es2022')] },
  devtool: false,
  optimization: { minimize: false },
  plugins: [
    new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
  ],
  stats: 'errors-warnings',
});

module.exports = () => [cli()];
