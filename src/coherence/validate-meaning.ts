import type { View } from './facts';
import { fixers } from './fixes';
import { placeholders } from './messages';
import { Problems } from './problems';
import { isObject, type LocalProblem } from './rule-problem';
import { ConditionCheck } from './validate-conditions';
import { FIELD_NAMES } from './vocabulary';

const NOT_READ: readonly string[] = ['not read', 'not-read', 'unread', 'non letto', 'non-letto'];

/** What a schema cannot say: names that must exist, operators that fit their fields, messages that fit their facts. */
export function semanticProblems(rule: Record<string, unknown>): LocalProblem[] {
  const problems = new Problems();
  const conditions = new ConditionCheck(rule, problems);
  conditions.conditions();
  conditions.cases();
  new NameCheck(rule, problems, conditions).names();
  return problems.list;
}

class NameCheck {
  constructor(
    private readonly rule: Record<string, unknown>,
    private readonly problems: Problems,
    private readonly conditions: ConditionCheck,
  ) {}

  /** Names outside the conditions: fields of evidence and grouping, messages, placeholders, fixes, citations. */
  names(): void {
    const sets = [...this.conditions.sets.values()];
    for (const key of ['evidence', 'groupBy']) {
      const list = this.rule[key];
      if (Array.isArray(list) && sets.length > 0) {
        list.forEach((name: unknown, at) => this.conditions.field(name, `/${key}/${at}`, sets));
      }
    }
    this.messages(sets);
    const { id, group, fix, requires, references } = this.rule;
    if (typeof id === 'string' && typeof group === 'string' && !id.startsWith(`${group}-`)) {
      this.problems.add(
        'id-group',
        '/group',
        `il gruppo deve essere quello del codice ${id}`,
        `the group must be that of id ${id}`,
      );
    }
    this.years();
    if (isObject(fix)) {
      const { kind, proposal } = fix;
      if (proposal !== undefined && !fixers.has(String(proposal))) {
        this.problems.unknown('unknown-proposal', '/fix/proposal', proposal, [...fixers.keys()]);
      }
      if (kind === 'automatic' && proposal === undefined) {
        this.problems.unknown('unknown-proposal', '/fix/proposal', '', [...fixers.keys()]);
      }
    }
    if (Array.isArray(requires)) {
      requires.forEach((requirement: unknown, at) => {
        const any = isObject(requirement) ? requirement['anyOf'] : [requirement];
        for (const name of Array.isArray(any) ? any : []) {
          if (!Object.hasOwn(FIELD_NAMES, String(name))) {
            this.problems.unknown('unknown-field', `/requires/${at}`, name, Object.keys(FIELD_NAMES));
          }
        }
      });
    }
    if (Array.isArray(references)) {
      references.forEach((reference: unknown, at) => {
        if (isObject(reference) && NOT_READ.includes(String(reference['status']).toLowerCase())) {
          this.problems.add(
            'not-read-source',
            `/references/${at}`,
            'una fonte non letta non si cita come autorità: toglierla o leggerla',
            'a source that was not read cannot be cited as authority: remove it or read it',
          );
        }
      });
    }
  }

  private years(): void {
    const { inForce } = this.rule;
    if (!isObject(inForce)) return;
    const { from, to } = inForce;
    if (typeof from === 'number' && typeof to === 'number' && from > to) {
      this.problems.add(
        'schema',
        '/inForce',
        `«from» (${from}) viene dopo «to» (${to}): la regola non varrebbe mai`,
        `“from” (${from}) comes after “to” (${to}): the rule would never be in force`,
        '{"from": 2023}',
      );
    }
  }

  private messages(sets: readonly View[]): void {
    const { messages, cases } = this.rule;
    if (!isObject(messages)) return;
    const list = Array.isArray(cases) ? cases.filter(isObject) : [];
    const used = new Set(list.map((one) => String(one['message'])));
    list.forEach((one, at) => {
      if (!Object.hasOwn(messages, String(one['message']))) {
        this.problems.unknown(
          'unknown-message',
          `/cases/${at}/message`,
          one['message'],
          Object.keys(messages),
        );
      }
    });
    const fields = [...new Set(sets.flatMap((set) => Object.keys(set.fields)))];
    const allowed = this.conditions.wholePlan && sets.length === 0 ? [] : fields;
    for (const [name, message] of Object.entries(messages)) {
      if (!used.has(name)) {
        this.problems.add(
          'unused-message',
          `/messages/${name}`,
          'nessun caso usa questo messaggio',
          'no case uses this message',
        );
      }
      for (const language of ['it', 'en']) {
        const text = isObject(message) ? message[language] : null;
        // One wrong name in the conditions is one problem, not one for each word of the messages.
        if (typeof text !== 'string' || text.length > 2000 || this.conditions.unclear) continue;
        for (const placeholder of placeholders(text)) {
          if (!allowed.includes(placeholder)) {
            this.problems.unknown(
              'unknown-placeholder',
              `/messages/${name}/${language}`,
              placeholder,
              allowed,
            );
          }
        }
      }
    }
  }
}
