import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const FOLDER = join(__dirname, '../../src/taskpane');

/** Attributes and members whose text is shown or read out. */
const SHOWN = new Set(
  'aria-label aria-description aria-roledescription title label placeholder hint alt text content validationMessage textContent'.split(
    ' ',
  ),
);
const LETTER = /\p{L}/u;

/** Texts in a source that a user would read, which belong into the catalogues. */
function literals(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name}:${line + 1}: ${node.getText().trim()}`);
  };
  const isText = (node: ts.Node | undefined): boolean => {
    if (!node) return false;
    if (ts.isStringLiteralLike(node)) return LETTER.test(node.text);
    if (ts.isTemplateExpression(node))
      return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].some((part) =>
        LETTER.test(part),
      );
    if (ts.isConditionalExpression(node)) return isText(node.whenTrue) || isText(node.whenFalse);
    if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) return isText(node.expression);
    if (!ts.isBinaryExpression(node)) return false;
    const kind = node.operatorToken.kind;
    const joins = kind === ts.SyntaxKind.PlusToken;
    const chooses =
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return (joins && isText(node.left)) || ((joins || chooses) && isText(node.right));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) tell(node);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && isText(node.expression)) tell(node);
    if (ts.isJsxAttribute(node) && SHOWN.has(node.name.getText()) && isText(node.initializer)) tell(node);
    if (ts.isPropertyAssignment(node) && SHOWN.has(node.name.getText()) && isText(node.initializer))
      tell(node);
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      SHOWN.has(node.left.name.text) &&
      isText(node.right)
    )
      tell(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);

test('the sources of the pane hold no text of their own', () => {
  expect(sources.length).toBeGreaterThan(40);
  const own = sources.flatMap((name) => literals(name, readFileSync(join(FOLDER, name), 'utf8')));
  expect(own).toEqual([]);
});

test.each([
  ['<p>Ciao</p>'],
  ['<p>{`Ciao ${name}`}</p>'],
  ["<p>{open ? 'Chiudi' : words.open}</p>"],
  ['<Button aria-label="Chiudi" />'],
  ["tell({ intent: 'info', text: 'Fatto.' })"],
  ["title.textContent = 'Fatto'"],
])('%s would be found', (source) => {
  expect(literals('a.tsx', source)).toHaveLength(1);
});

test.each([['<p>{words.close}: {count}</p>'], ['<Button title={words.close} />'], ['<span> · </span>']])(
  '%s is fine',
  (source) => {
    expect(literals('a.tsx', source)).toEqual([]);
  },
);
