/**
 * Words that people write in place of a key, in several languages. None is a prefix of a
 * key or a part of one, and none is shorter than four letters: random text is full of shorter ones.
 */
const LISTED = `
demo fake here mock null test text todo your
dummy enter hello mykey paste token valid value world xxxxx yyyyy zzzzz
apikey change create fakery hidden insert leaked masked mykeys openai please public random remove sample secret string
censored changeme changethis confidential credential credentials deleted disabled documentation example examplekey
expired fakekey fixture generated invalid keyhere notareal notreal notvalid obfuscated placeholder private realkey
redacted removed replace replaced replaceme revoked sanitized secretkey secrets something testing testkey thisis
undefined unknown yourkey yourkeyhere yourapikey yoursecret
beispiel geheim platzhalter schluessel einfuegen ersetzen ungueltig
ejemplo clave prueba secreto reemplazar inserte
exemple factice secrete remplacer inserer votre
exemplo chave segredo substitua insira
esempio chiave segreto sostituisci inserisci
voorbeeld sleutel geheime vervang
przyklad klucz
primer zamenite vstavte
contoh kunci rahasia
ornek anahtar
`;

/** The longest first, since some hold others. */
export const PLACEHOLDER_WORDS: readonly string[] = LISTED.trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);

/** Where a word stands in a text. */
export type PlaceholderWord = { at: number; length: number };

const WORD = new RegExp(PLACEHOLDER_WORDS.join("|"), "g");

/**
 * The words in a text, without overlaps: all in small letters, all in capitals, or with one capital in front. Mixed
 * case does not count: random text is mixed.
 */
export function findWords(text: string): readonly PlaceholderWord[] {
  const words = Array.from(text.toLowerCase().matchAll(WORD), ({ 0: word, index }) => ({ word, at: index }));
  return words
    .filter(({ word, at }) => isWritten(text.slice(at, at + word.length), word))
    .map(({ word, at }) => ({ at, length: word.length }));
}

function isWritten(written: string, word: string): boolean {
  return written === word || written === word.toUpperCase() || written.slice(1) === word.slice(1);
}
