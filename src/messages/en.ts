import type { ProfileProblemCode } from '../mapping';
import { plural as s, thousands } from './plural';
import type { Messages } from './types';

/** Why nothing can be written, by reason. */
function cannotWrite({
  reason,
  file,
  sheet,
  address,
  limit,
}: Readonly<Record<string, string | number>>): string {
  const cell = sheet === undefined ? String(address ?? '') : `${sheet}!${address}`;
  switch (reason) {
    case 'table-header':
      return `cell ${cell} is the header of an Excel table: change it in Excel. Nothing was written.`;
    case 'array-formula':
      return `cell ${cell} is part of an array formula: change it in Excel. Nothing was written.`;
    case 'sheet-name-taken':
      return `there is already a sheet “${sheet}” that is not ours: rename it and try again. Nothing was written.`;
    case 'sheet-name':
      return `“${sheet}” cannot be the name of a sheet. Nothing was written.`;
    case 'structure-locked':
      return 'the structure of the workbook is protected: unprotect it (Review → Protect Workbook) and try again. Nothing was written.';
    case 'number':
      return `the value for cell ${cell} is not a number Excel can hold. Nothing was written.`;
    case 'text-length':
      return `the text for cell ${cell} exceeds the ${limit} characters Excel allows. Nothing was written.`;
    case 'disk-full':
      return `cannot be written${file ? `: ${file}` : ''}: the disk is full. Free some space or choose another folder and try again.`;
    case 'store':
      return 'the settings kept in the workbook cannot be written. Nothing was written.';
    default:
      return `cannot be written${file ? `: ${file}` : ''}: check that the folder exists and that the file is not open elsewhere.`;
  }
}

/** Which limit is exceeded and what can be removed. */
function tooLarge({ what, limit, sheet, address, part }: Readonly<Record<string, string | number>>): string {
  const most = typeof limit === 'number' ? thousands(limit, ',') : limit;
  switch (what) {
    case 'sheets':
      return `has more than ${most} sheets: remove those you do not need and try again.`;
    case 'columns':
      return `has more than ${most} filled columns in sheet “${sheet}” (up to cell ${address}): remove the columns you do not need and try again.`;
    case 'cells':
      return `has more than ${most} filled cells (sheet “${sheet}”, up to cell ${address}): remove the sheets, rows and columns you do not need and try again.`;
    case 'formula':
      return `has a formula of more than ${most} characters, Excel’s maximum, in cell ${address} of sheet “${sheet}”: shorten it and try again.`;
    default:
      return part
        ? `has a part (${part}) that alone exceeds ${most}: remove the sheets, rows and columns you do not need and try again.`
        : `is too large${most === undefined ? '' : ` (limit ${most})`}: remove the sheets, rows and columns you do not need and try again.`;
  }
}

/** English: complete, second. */
export const en: Messages = {
  workbookError: {
    'not-a-workbook': () => 'is not an Excel workbook: open it in Excel and save it as .xlsx.',
    'old-format': ({ format }) =>
      `is in the ${format ?? 'non-.xlsx'} format: open it in Excel and save it as .xlsx.`,
    encrypted: () => 'is protected by a password: save a copy without one and try again.',
    damaged: ({ part }) =>
      `is damaged${part ? ` (part ${part})` : ''}: open it in Excel, let it repair the file and save it again.`,
    'too-large': (details) => tooLarge(details),
    'suspicious-archive': ({ reason, limit }) =>
      reason === 'entries'
        ? `consists of more than ${limit} parts and is not opened, as a precaution: open it in Excel and save it again.`
        : reason === 'same-part'
          ? 'lists several sheets that are one in the file and is not opened, as a precaution: open it in Excel and save it again.'
          : 'holds abnormally compressed data and is not opened, as a precaution.',
    'no-sheets': () => 'has no sheets with cells.',
    'not-found': () => 'does not exist or cannot be read: check its name and folder.',
    'cannot-write': (details) => cannotWrite(details),
    'same-file': () => 'is the file you started from: name another path, the original is never changed.',
    'no-such-sheet': ({ sheet }) => `there is no sheet “${sheet}”.`,
    'no-such-cell': ({ sheet, address }) => `there is no cell ${sheet ? `${sheet}!` : ''}${address}.`,
    'protected-sheet': ({ sheet }) =>
      `sheet “${sheet}” is protected: unprotect it (Review → Unprotect Sheet) and try again. Nothing was written.`,
    'changed-meanwhile': ({ sheet, address }) =>
      `cell ${address} of sheet “${sheet}” changed meanwhile: it was left as it is.`,
    'read-only': () => 'the workbook is open read-only: save a copy and try again. Nothing was written.',
    'cell-edit-mode': () => 'you are editing a cell: confirm with Enter or cancel with Esc, then try again.',
    'sheet-gone': ({ sheet }) => `sheet “${sheet}” was deleted meanwhile: run the check again.`,
    'hidden-cell': ({ sheet, address, reason, merge }) =>
      reason === 'merged'
        ? `cell ${sheet}!${address} is covered by merged cell ${merge}: write into the first cell of the merge.`
        : `cell ${sheet}!${address} is in a hidden row or column: unhide it and try again.`,
    'api-too-old': ({ needs }) =>
      `this version of Excel is not enough${needs ? ` (needs ${needs})` : ''}: use the peg command or a newer Excel.`,
    'no-selection': () => 'no cell is selected: select one or a range in the sheet, then try again.',
    'only-in-excel': () => 'this is not possible in a closed file: open the workbook in Excel.',
    busy: () => 'Excel is busy: wait until it has finished and try again.',
    'host-failure': ({ message }) =>
      `Excel answered with an error${message ? `: ${message}` : ''}. Nothing was written: try again.`,
    'not-restored': ({ sheet }) =>
      `Excel stopped half way while writing${sheet ? ` in sheet “${sheet}”` : ''} and not everything could be put back: use Undo (Ctrl+Z) and look at the sheet before saving.`,
  },
  storeError: {
    newer: 'The workbook holds settings written by a newer version: update the program. Nothing was written.',
    damaged:
      'The settings kept in the workbook cannot be read and are not overwritten: start from an earlier copy. Nothing was written.',
  },
  note: {
    'no-plan': () => 'No PEG objectives were recognised: name the sheet that holds them with a profile.',
    'sheet-not-read': ({ cells }) =>
      `Sheet without recognised tables or cards (${cells} cells): not part of the plan as read.`,
    'sheet-empty': () => 'Sheet without cells.',
    'sheet-very-hidden': () => 'Very hidden sheet: it was not read. Make it visible to have it read.',
    'sheet-missing': () =>
      'Sheet named in the file but without content (a module of old macros, or damage): the others were read.',
    'sheet-old-copy': () =>
      'Sheet named for an earlier year: taken for an old copy, not read. Rename it and make it visible to have it read.',
    'formulas-not-calculated': ({ cells }) =>
      `Formulas never calculated: ${cells}. Their value is not in the file: open it in Excel and save it.`,
    'dup-replaced': ({ dup }) => `Sheet with the DUP not read: the file ${dup} takes its place.`,
    'dup-not-read': ({ dup }) =>
      `No strategic or operating objectives were recognised in ${dup}: it was not used as the DUP.`,
    'sheet-guessed': ({ role, confidence }) =>
      `Sheet taken for “${role}” with little certainty (${confidence}%): confirm or correct it with a profile.`,
    'profile-field-unknown': ({ header, field }) =>
      `The profile gives “${header}” the field ${field}, which does not exist: the column is not read.`,
    'column-not-read': ({ header, column, cells }) =>
      `Column ${column}${header ? ` “${header}”` : ' without header'} not understood (${cells} cells).`,
    'column-guessed': ({ header, column, field }) =>
      `Column ${column}${header ? ` “${header}”` : ' without header'} read as ${field}: please confirm.`,
    'cells-not-read': ({ cells, list }) => `Cells not understood: ${cells} (${list}).`,
    'band-guessed': () => 'Band row read as the office responsible for the rows below: please confirm.',
    'lost-zero': ({ code, proposal }) =>
      `Code ${code} has probably lost a leading zero (${proposal}): nothing was corrected.`,
    'no-dup': () =>
      'No sheet lists the DUP: the rules that compare with it cannot be assessed. Name the DUP with --dup.',
    'profile-sheet-gone': ({ sheet }) =>
      `The profile names sheet “${sheet ?? ''}”, which is no longer there.`,
    'profile-column-gone': ({ header, field }) =>
      `The profile names column “${header}” (${field}), which is no longer there.`,
  },
  profileProblem: ({ code, path, details }) =>
    `${path === '' ? 'the file' : path}: ${PROFILE_PROBLEM[code](details)}`,
  role: {
    dup: 'DUP',
    objectives: 'objectives',
    phases: 'phases',
    indicators: 'indicators',
    centres: 'responsibility centres',
    data: 'base data',
    preface: 'preface',
    other: 'other',
  },
  kind: {
    strategicArea: { one: 'strategic area', many: 'strategic areas' },
    strategicObjective: { one: 'strategic objective', many: 'strategic objectives' },
    operatingObjective: { one: 'operating objective', many: 'operating objectives' },
    pegObjective: { one: 'PEG objective', many: 'PEG objectives' },
    phase: { one: 'phase', many: 'phases' },
    indicator: { one: 'indicator', many: 'indicators' },
  },
  severity: {
    error: { one: 'blocking', many: 'blocking' },
    warning: { one: 'warning', many: 'warnings' },
    info: { one: 'information', many: 'informations' },
  },
  status: {
    passed: 'passed',
    violated: 'violated',
    notVerifiable: 'not assessable',
    notApplicable: 'not applicable',
    off: 'off',
    failed: 'failed',
  },
  check: {
    ready: (stage) =>
      stage === 'monitoring'
        ? 'NOTHING BLOCKING OPEN'
        : stage === 'draft'
          ? 'DRAFT READY'
          : 'READY FOR THE EXECUTIVE BOARD',
    notReady: (stage) =>
      stage === 'monitoring'
        ? 'BLOCKING FINDINGS OPEN'
        : stage === 'draft'
          ? 'DRAFT TO BE COMPLETED'
          : 'NOT READY FOR THE EXECUTIVE BOARD',
    noPlan: 'NO PLAN RECOGNISED',
    incomplete: (failed) => `INCOMPLETE CHECK: ${s(failed, 'rule failed to run', 'rules failed to run')}`,
    open: (error, warning, info) =>
      [`${error} blocking`, s(warning, 'warning', 'warnings'), `${info} for information`].join(', '),
    waived: (count) => `${count} accepted with a reason`,
    notVerifiable: (count) => s(count, 'rule not assessable', 'rules not assessable'),
    plan: (year, scheme) => `Plan${year ? ` ${year}` : ''}${scheme ? `, codes ${scheme}` : ''}`,
    dup: (file, sheets) => `DUP compared: ${file}${sheets ? ` (sheets ${sheets})` : ''}`,
    noDup: 'DUP: none to compare',
    why: 'Why',
    fix: 'Fix',
    cells: 'Cells',
    follows: (count) => s(count, 'other finding follows from it', 'other findings follow from it'),
    acceptedBy: (author, date, reason) => `accepted by ${author} on ${date}: ${reason}`,
    formerly: (author, date, reason) =>
      `accepted before by ${author} on ${date} (“${reason}”), but its content changed or its term expired`,
    notVerifiableTitle: 'Rules not assessable',
    failedTitle: 'Rules that failed to run',
    unread: 'Please confirm how the file was read',
    more: (count) => `… and ${count} more (--all shows everything)`,
    doubtful: (count) => `${count} ${count === 1 ? 'finding' : 'findings'} to be confirmed`,
    byOffice: 'Open findings by office',
    noPlanHint: '“peg tree” shows what was read; a profile (--profile) says where the objectives are.',
    emptyPlan: (sheets) =>
      `The sheets of the plan are there but empty (${sheets}): write the objectives, one row each, and check again.`,
    waiverNotes: 'Acceptances to review',
    withoutData: (count) => s(count, 'indicator without data', 'indicators without data'),
    monitoring: (date) => `Monitoring at ${date}`,
    late: (count) => s(count, 'phase past its term', 'phases past their term'),
    noneLate: 'no phase past its term',
    noPhases: 'the plan has no phases: terms cannot be followed',
    withoutResult: (count) => s(count, 'indicator without result', 'indicators without result'),
    achievement: (percent) => `mean achievement of the indicators measured: ${percent}`,
  },
  tree: {
    noTitle: '(no title)',
    sheets: 'Sheets read',
    notes: 'Not understood or to confirm',
    confidence: 'confidence',
    scheme: (mask, fitting, total) => `Code scheme: ${mask} (${fitting} of ${total} fit)`,
    noScheme: 'No PEG codes recognised',
    link: {
      code: 'linked by code',
      normalised: 'linked by title, but for capitals and punctuation',
      near: 'linked by a similar title',
      'only-candidate': 'linked to the only one possible',
      position: 'linked by its place in the sheet',
    },
    again: 'as above',
    loose: '(not linked)',
  },
  cli: {
    reading: (file) => `Reading ${file} …`,
    noSuchRule: (rule) => `There is no rule ${rule}: “peg rules” lists them.`,
    noSuchFinding: (fingerprint) =>
      `No finding, or more than one, has fingerprint ${fingerprint}: “peg check --format json” lists them.`,
    noSuchIndicator: (name, near) =>
      `No indicator is called “${name}”.${near.length > 0 ? ` Nearest: ${near.map((one) => `“${one}”`).join(', ')}.` : ''}`,
    manyIndicators: (name, cells) =>
      `Several indicators are called “${name}”: give the cell instead of the name, one of ${cells.map((one) => `"${one}"`).join(', ')}.`,
    noPlanToAttest: 'no PEG objective recognised, there is no plan to attest.',
    fileTwice: (file) => `${file}: named twice; with --merge each file joins the plan once.`,
    dateOutsideMonitoring: 'Option --date only goes with --stage monitoring.',
    otherKind: (out, kind) => `--out ${out}: the copy must have the extension ${kind} of the original.`,
    annexKind: (out) => `--out ${out}: the tables are written as .xlsx or .html.`,
    oneFile: 'This format takes one file at a time.',
    frozen: (count) => `${s(count, 'PEG formula', 'PEG formulas')} replaced by the value.`,
    anonymised:
      'Words and names are invented; common words of plans, codes, numbers and dates stay: look the copy over before sending it.',
    noYear: 'Neither the codes nor the titles of the plan say the year: give it with --year.',
    yearStays: (year, cell, to) =>
      `${cell} still says ${year}: write ${to} there, or the check compares with the old year.`,
    recoded: (from, to, codes, cleared) =>
      `From ${from} to ${to}: ${s(codes, 'cell recoded', 'cells recoded')}, ${s(cleared, 'result cleared', 'results cleared')}.`,
    outExists: (file) => `--out ${file} exists and is not replaced: name another file, or add --force.`,
    outNoWorkbook: (file, format) =>
      `--out ${file}: the result is ${format}, not an Excel workbook: choose a name with another extension.`,
    outMissing: 'Say with --out where to write: the original is never changed.',
    outIsInput: (file) =>
      `--out ${file} is the file you started from: name another path, the original is never changed.`,
    written: (file) => `Wrote ${file}.`,
    usage: {
      unknownOption: (option) => `There is no option ${option}: “peg check --help” lists them.`,
      unknownCommand: (command) => `There is no command “${command}”: “peg --help” lists them.`,
      missingArgument: (argument) =>
        `${argument === 'files' || argument === 'file' ? 'The file to read' : `<${argument}>`} is missing.`,
      excessArguments: (command) => `Too many arguments for “${command}”: names with spaces go in quotes.`,
      missingOption: (option) => `Option ${option} is missing.`,
      missingValue: (option) => `Option ${option} needs a value.`,
      invalidValue: (option, value, allowed) =>
        `Option ${option} does not allow “${value}”${allowed ? `: ${allowed}` : ''}.`,
    },
    unreadable: (file) => `${file}: does not exist or cannot be read.`,
    badMunicipality: (path, entry, problem) =>
      `--municipality ${path}: ${entry === '' ? '' : `“${entry}”: `}${problem}.`,
    badFolder: (folder) => `--rules ${folder}: not a folder that can be read.`,
    noRuleFiles: (folder) => `--rules ${folder}: the folder holds no rules (.json files).`,
    internal: (message) =>
      `an error of the program, not of the file: ${message}. Report it with the command you used; nothing was written.`,
    badJson: (file) => `${file}: not readable JSON.`,
    badProfile: (file, path) => `${file}: not a valid reading profile (${path}).`,
    waiver: {
      'too-long': 'The reason may have 2,000 characters at most, the name 200.',
      'no-reason': 'Give the reason with --reason.',
      'no-author': 'Say who accepts with --author.',
      'bad-date': 'Dates have the form YYYY-MM-DD, for example 2017-12-31.',
      'already-expired': 'The expiry given with --until is already past.',
    },
    notPossible: (error) => `Failed: ${error}`,
    nothingToFix: (rule) => `Rule ${rule} has no automatic fix to apply here.`,
    fixed: (count) => s(count, 'cell corrected', 'cells corrected'),
    badPeriod: (period) => `Period ${period} is not of the form 2016, 2016-S1 or 2016-06-30.`,
    exampleData: (text) => `Mind: example data: “${text}”`,
    outcomes: (values, missing, notComputable) =>
      `${values} computed, ${missing} without data, ${notComputable} not computable`,
  },
  attestation: {
    state: {
      none: 'The file holds no attestation.',
      valid: 'ATTESTATION VALID: plan and rules are those attested.',
      'plan-changed': 'ATTESTATION NO LONGER VALID: the plan changed.',
      'rules-changed': 'Plan unchanged, but the rules changed: run the check again.',
    },
    brief: {
      valid: 'attestation valid',
      'plan-changed': 'attestation no longer valid, the plan has changed',
      'rules-changed': 'attestation to be repeated, the rules have changed',
    },
    made: (author, at) => `attested by ${author} on ${at}`,
    waiversChanged: 'the accepted findings are no longer those of then',
    dupChanged: 'the DUP it was compared with changed',
    notSignature: 'An attestation is no signature: whoever can edit the file can rewrite it.',
    changes: (count) => (count === 0 ? 'No difference.' : s(count, 'difference', 'differences')),
  },
};

const PROFILE_PROBLEM: Readonly<Record<ProfileProblemCode, (details: string) => string>> = {
  'too-large': (most) => `is too long, at most ${most} characters`,
  'not-json': () => 'is not readable JSON',
  missing: (names) => `${names} is missing`,
  unexpected: (names) => `unexpected entry: ${names}`,
  'wrong-type': (type) => `expected ${{ object: 'an object {…}', array: 'a list […]' }[type] ?? 'a text'}`,
  'wrong-value': (allowed) => `value not allowed${allowed === '' ? '' : `; allowed: ${allowed}`}`,
  'bad-mask': (most) => `the mask must close its brackets and have at most ${most} signs`,
};
