import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The builder and the server of the workbench: TypeScript like everything else, made one file first (a blink). */
export async function serveTools() {
  // A name of its own: two starts at once never read what the other is still writing.
  const outfile = join(root, `dist/.tools/serve.${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'src/workbench/serve/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
