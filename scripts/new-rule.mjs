/**
 * Makes the folder of a new rule, to be filled in: rule.json and examples.json.
 *   npm run new-rule -- GRP-NN [--like STR-01]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../rules', import.meta.url));
const [id = '', option, like] = process.argv.slice(2);
const isId = (text = '') => /^[A-Z]{3}-\d{2}$/.test(text);
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

function modelOf() {
  if (like === undefined) return read('example-rule.json');
  return { ...read(like, 'rule.json'), examples: read(like, 'examples.json') };
}

const problem = !isId(id)
  ? 'npm run new-rule -- GRP-NN [--like STR-01]'
  : existsSync(join(root, id))
    ? `rules/${id} is there already`
    : option !== undefined && (option !== '--like' || !isId(like) || !existsSync(join(root, like)))
      ? `${[option, like].filter(Boolean).join(' ')}: --like names a rule there is, like --like STR-01`
      : null;
if (problem !== null) {
  console.error(problem);
  process.exitCode = 2;
} else {
  const { examples, $schema: _schema, id: _id, name: _name, group: _group, ...rule } = modelOf();
  const file = {
    $schema: '../rule.schema.json',
    id,
    name: `nuova-regola-${id.toLowerCase()}`,
    group: id.slice(0, 3),
    ...rule,
  };
  mkdirSync(join(root, id));
  writeFileSync(join(root, id, 'rule.json'), `${JSON.stringify(file, null, 2)}\n`);
  writeFileSync(join(root, id, 'examples.json'), `${JSON.stringify(examples, null, 2)}\n`);
  console.log(`rules/${id}: say in rule.json what it checks, in examples.json where it holds and where not; then
npx jest test/coherence/examples, npm run rules:mutants -- --rule ${id}, npm run rules:pages`);
}
