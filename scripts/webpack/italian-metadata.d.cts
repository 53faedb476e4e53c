import type { Compiler } from 'webpack';

/** Texts of one function in another language. */
interface FunctionTexts {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export declare class ItalianMetadata {
  constructor(texts: Readonly<Record<string, FunctionTexts>>);
  apply(compiler: Compiler): void;
}

/** The metadata with the texts of another language; throws RangeError where the two do not fit. */
export declare function translated(metadata: object, texts: Readonly<Record<string, FunctionTexts>>): unknown;
