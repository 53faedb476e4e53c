/** `--answer QUESTION=OPTION` or `--answer FILE#QUESTION=OPTION`. */
export interface GivenAnswer {
  /** The file it is for; null for whichever asks the question. */
  readonly file: string | null;
  readonly question: string;
  readonly option: string;
}

/** An answer as typed; null when it is none. */
export function parseAnswer(text: string): GivenAnswer | null {
  const [, file, question = '', option = ''] = /^(?:(.+)#)?([^#=\s]+)=([^#=\s]+)$/s.exec(text) ?? [];
  return question === '' ? null : { file: file ?? null, question, option };
}
