import type { HeaderColumn } from '../tables/header-block';
import { namesPartOfYear } from '../tables/months';
import type { Meaning } from '../words/meaning';
import type { FieldRole, Role } from './roles';

/** How much a wholly known header speaks for the field it names, in log-odds. */
const NAMED = 6.5;
const SAME_ATTRIBUTE = 5.4;
const SAME_SUBJECT = 1;
const CONTRADICTED = -3.2;
/** A header whose words say nothing: names may be called anything, attributes rarely are. */
const UNKNOWN_ATTRIBUTE = -0.9;
/** What a word says that offices use for more than one thing. */
const SOFT = 0.5;
/** Offices without a further level call what they assign `obiettivo operativo`. */
const CALLED_OPERATING = -1;
/** `Indirizzo`, `Linea`: one office in ten calls its strategic objectives by what others call areas. */
const LEVEL_BELOW = NAMED - 3;
const BLANK_HEADER = -1.5;
/** `I trimestre` heads what is to be done by then, and names nothing. */
const PART_OF_YEAR = -6;
/** `Obiettivo` alone may stand for any level, most often for the objectives of PEG. */
const OBJECTIVE: Readonly<Partial<Record<string, number>>> = {
  'pegObjective.title': 5.6,
  'operatingObjective.title': 3.6,
  'strategicObjective.title': 3,
  'pegObjective.description': 2,
};

/** What the words of a header say for a column having a role. */
export function wordsFor({ text, meaning }: HeaderColumn, role: Role): number {
  const { subject, attribute, ignored } = meaning;
  const confidence = meaning.confidence * (meaning.soft ? SOFT : 1);
  const says = subject ?? attribute ?? ignored;
  if (says === null || confidence === 0) return unknown(text, meaning, role);
  if (role === 'other') return -2.2 * confidence;
  if (role === 'aside') return ignored !== null ? 4.5 * confidence : -4 * confidence;
  return confidence * agreement(meaning, role);
}

function unknown(text: string, { period }: Meaning, role: Role): number {
  if (role === 'other') return 0;
  if (role === 'aside') return -1.5;
  if (period !== null) return periodOnly(role);
  if (namesPartOfYear(text) && !/^(?:target|actual|value)$/.test(role.attribute)) return PART_OF_YEAR;
  if (role.attribute === 'title') return text === '' ? BLANK_HEADER : 0;
  // Codes stand without a header more often than anything else.
  if (role.attribute === 'code') return text === '' ? 0 : UNKNOWN_ATTRIBUTE;
  return UNKNOWN_ATTRIBUTE + (text === '' ? BLANK_HEADER : 0);
}

/** A bare year heads a value of that year. */
function periodOnly({ attribute }: FieldRole): number {
  return /^(?:target|baseline|actual|value)$/.test(attribute) ? 3.4 : -2;
}

const FINER = /^(?:phase|indicator)$/;

function agreement(meaning: Meaning, role: FieldRole): number {
  const { subject, attribute, ignored, period } = meaning;
  if (ignored !== null && subject === null && attribute === null) return CONTRADICTED;
  if (subject === 'objective') return ofObjective(meaning, role);
  if (subject === null) return ofAttribute(meaning, role);
  const own = role.subject === subject;
  const said = attribute ?? 'title';
  if (own && role.attribute === said) return NAMED;
  if (attribute !== null && role.attribute === attribute) return SAME_ATTRIBUTE * (own ? 1 : 0.35);
  if (own && said === 'title' && role.attribute === 'code') return 5;
  // `Fase` heads names of phases; what describes a level of the DUP may stand under the level's own word.
  if (own && said === 'title' && role.attribute === 'description')
    return FINER.test(subject) ? -SAME_SUBJECT : SAME_SUBJECT;
  if (own && said === 'title' && role.attribute === 'citation') return -SAME_SUBJECT;
  if (own && said === 'ordinal' && role.attribute === 'code') return NAMED - 0.8;
  if (own && said === 'code' && role.attribute === 'ordinal') return NAMED - 2.5;
  if (subject === 'phase' && period !== null && role.attribute === 'end') return 2;
  if (subject === 'operatingObjective' && role.name === 'pegObjective.title') return CALLED_OPERATING;
  if (subject === 'strategicArea' && role.name === 'strategicObjective.title') return LEVEL_BELOW;
  return own ? SAME_SUBJECT : CONTRADICTED;
}

function ofObjective({ attribute, period }: Meaning, role: FieldRole): number {
  const level = role.subject.endsWith('Objective');
  if (attribute === null || attribute === 'title') {
    if (period !== null && role.name === 'indicator.target') return 4.4;
    return OBJECTIVE[role.name] ?? (level && role.attribute === 'code' ? 1.6 : CONTRADICTED);
  }
  if (attribute === 'code' || attribute === 'ordinal') {
    if (role.attribute !== 'code' && role.attribute !== 'ordinal') return CONTRADICTED;
    const base = role.subject === 'pegObjective' ? 6 : level ? 4 : CONTRADICTED;
    return role.attribute === attribute ? base : base - 0.8;
  }
  if (role.attribute !== attribute) return CONTRADICTED;
  return role.subject === 'pegObjective' ? NAMED : level ? 3 : 2;
}

function ofAttribute({ attribute, coded, period }: Meaning, role: FieldRole): number {
  if (attribute === null) return 0;
  if (attribute === 'centre') return ofCentre(coded, role);
  if (attribute === role.attribute) return SAME_ATTRIBUTE;
  if (attribute === 'ordinal' && role.attribute === 'code') return SAME_ATTRIBUTE - 0.8;
  if (attribute === 'code' && role.attribute === 'ordinal') return SAME_ATTRIBUTE - 2.5;
  if (attribute === 'title' && role.attribute === 'description') return SAME_ATTRIBUTE - 1.6;
  if (attribute === 'description' && role.attribute === 'title') return SAME_ATTRIBUTE - 2.6;
  if (attribute === 'value' && /^(?:target|actual|baseline)$/.test(role.attribute)) return 4;
  if (attribute === 'ordinal' && role.attribute === 'programme') return 1;
  // `Entro il 2026`, `A fine 2026`: by when, or what is to be reached by then.
  if (attribute === 'end' && period !== null && role.name === 'indicator.target') return 2;
  return CONTRADICTED;
}

/** A centre is what a registry lists, elsewhere what an objective is assigned to. */
function ofCentre(coded: boolean, { name }: FieldRole): number {
  if (name === 'pegObjective.centreCode') return coded ? SAME_ATTRIBUTE : 0.5;
  if (name === 'pegObjective.centre') return coded ? SAME_ATTRIBUTE - 1.5 : SAME_ATTRIBUTE;
  if (name === 'centre.code') return coded ? SAME_ATTRIBUTE - 0.6 : CONTRADICTED;
  if (name === 'centre.title') return coded ? 0 : SAME_ATTRIBUTE - 0.6;
  return CONTRADICTED;
}
