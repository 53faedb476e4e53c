/** publiccode.yml against the standard it names: what is mandatory is there, and vocabularies are the published ones. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.join(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Description {
  readonly localisedName?: string;
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly features: readonly string[];
  readonly screenshots?: readonly string[];
}
interface PublicCode {
  readonly publiccodeYmlVersion: string;
  readonly name: string;
  readonly url: string;
  readonly softwareVersion?: string;
  readonly releaseDate?: string;
  readonly platforms: readonly string[];
  readonly categories: readonly string[];
  readonly developmentStatus: string;
  readonly softwareType: string;
  readonly intendedAudience: { readonly countries: readonly string[]; readonly scope: readonly string[] };
  readonly description: Readonly<Record<string, Description>>;
  readonly legal: { readonly license: string };
  readonly maintenance: {
    readonly type: string;
    readonly contacts?: readonly { readonly name: string }[];
    readonly contractors?: readonly { readonly name: string; readonly until: string }[];
  };
  readonly localisation: {
    readonly localisationReady: boolean;
    readonly availableLanguages: readonly string[];
  };
}

const file = parse(read('publiccode.yml')) as PublicCode;

/** Keys of version 0 of the standard at the top. */
const KEYS =
  `publiccodeYmlVersion name applicationSuite url landingURL isBasedOn softwareVersion releaseDate logo platforms
  categories organisation usedBy fundedBy roadmap developmentStatus softwareType intendedAudience description legal
  maintenance localisation dependsOn it IT`.split(/\s+/);
/** Of the vocabularies, what can fit software of this kind. */
const CATEGORIES =
  `accounting budgeting business-intelligence business-process-management compliance-management data-analytics
  data-collection data-visualization document-management financial-reporting office project-management resource-management
  workflow-management`.split(/\s+/);
const SCOPES = ['finance-and-economic-development', 'government', 'local-authorities'];

test('has every key that is mandatory and none the standard does not know', () => {
  expect(Object.keys(file).filter((key) => !KEYS.includes(key))).toEqual([]);
  expect(file.publiccodeYmlVersion).toMatch(/^0(?:\.\d+)*$/);
  expect(file.name).not.toBe('');
  expect(new URL(file.url).protocol).toBe('https:');
  expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(file.developmentStatus);
  expect(file.softwareType).toBe('addon');
});

test('says platforms, categories and audience in the words of the vocabularies', () => {
  const platforms = ['web', 'windows', 'mac', 'linux', 'ios', 'android'];
  expect(file.platforms.filter((one) => !platforms.includes(one))).toEqual([]);
  expect(file.categories.length).toBeGreaterThan(0);
  expect(file.categories.filter((one) => !CATEGORIES.includes(one))).toEqual([]);
  expect(file.intendedAudience.countries).toEqual(['it']);
  expect(file.intendedAudience.scope.filter((one) => !SCOPES.includes(one))).toEqual([]);
});

test.each(Object.entries(file.description))(
  'describes itself in %s within the limits',
  (_language, texts) => {
    expect(texts.shortDescription.length).toBeGreaterThan(0);
    expect(texts.shortDescription.length).toBeLessThanOrEqual(150);
    expect(texts.longDescription.length).toBeGreaterThanOrEqual(500);
    expect(texts.longDescription.length).toBeLessThanOrEqual(10_000);
    expect(texts.features.length).toBeGreaterThan(0);
    for (const feature of texts.features) expect(feature.length).toBeLessThanOrEqual(100);
    for (const picture of texts.screenshots ?? []) expect(existsSync(path.join(root, picture))).toBe(true);
  },
);

test('is in every language it says it has', () => {
  expect(file.localisation.localisationReady).toBe(true);
  expect(Object.keys(file.description).sort()).toEqual([...file.localisation.availableLanguages].sort());
});

test('licence and version are those of the package, and somebody looks after it', () => {
  const { license, version } = JSON.parse(read('package.json')) as { license: string; version: string };
  expect(file.legal.license).toBe(license);
  if (file.softwareVersion !== undefined) {
    expect(file.softwareVersion).toBe(version);
    expect(file.releaseDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  const { type, contacts = [], contractors = [] } = file.maintenance;
  expect(['internal', 'contract', 'community', 'none']).toContain(type);
  if (type === 'internal' || type === 'community') expect(contacts.length).toBeGreaterThan(0);
  if (type === 'contract') expect(contractors.length).toBeGreaterThan(0);
});
