/**
 * Words that hide who acts or what is meant. Comments, texts of the source and documents do without
 * them: name the owner, caller, client, waiter, request, record or outcome instead.
 */
const WORDS = ['whoever', 'whomever', 'somebody', 'nobody', 'anybody', 'everybody', 'as good as'];

/** "what became of it", "what is known of a property": the outcome, the facts, the state. */
const WHAT_OF =
  /\bwhat (?:\w+ ){0,2}(?:becomes?|became|comes?|came|decided|guessed|known|made|said|told|true|certain|remembered) (?:\w+ )?of\b/iu;

const PATTERNS = [
  ...WORDS.map(
    (word) => new RegExp(`\\b${word.replaceAll(' ', '\\s+(?:\\*\\s+|//\\s+)?')}\\b`, 'iu'),
  ),
  WHAT_OF,
];

/** The first such word of a text, or undefined. */
function unplainWord(text) {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim();
  }
  return undefined;
}

module.exports = { unplainWord };
