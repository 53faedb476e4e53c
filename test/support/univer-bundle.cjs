/**
 * Univer's CommonJS build requires ES modules, which Jest cannot load: what the stand-in uses of it
 * (src/workbench/host/engine/univer.ts) is bundled once per version and kept in dist/.tools.
 */
const { existsSync, mkdirSync, readFileSync } = require('node:fs');
const { createHash } = require('node:crypto');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const entry = path.join(root, 'src/workbench/host/engine/univer.ts');
const folder = path.join(root, 'dist/.tools');
/** Where Jest finds the bundle; the name is fixed, the content is told by a neighbouring stamp. */
const bundle = path.join(folder, 'univer.cjs');

function stamp() {
  const versions = ['core', 'sheets'].map((name) =>
    readFileSync(path.join(root, `node_modules/@univerjs/${name}/package.json`), 'utf8'),
  );
  return createHash('sha256')
    .update([readFileSync(entry, 'utf8'), ...versions].join())
    .digest('hex');
}

module.exports = async function buildUniver() {
  const mark = path.join(folder, 'univer.stamp');
  const wanted = stamp();
  if (existsSync(bundle) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  mkdirSync(folder, { recursive: true });
  const { build } = require('esbuild');
  const { writeFileSync, renameSync } = require('node:fs');
  // Written beside and renamed: another test run may be reading the old one.
  const fresh = `${bundle}.${process.pid}`;
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    outfile: fresh,
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  renameSync(fresh, bundle);
  writeFileSync(mark, wanted);
};
