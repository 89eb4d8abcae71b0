/** English words that say nothing of a topic: function words, and what titles say about themselves. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after against all also among an and any are as at be been before being between
  both but by can could do does done each either every few for from fully further get has have having highly how however
  i if in into is it its itself just let like made make makes making many may might more most much must neither
  no nor not of off on once one only onto or other our out over own per same see several should since so some
  such than that the their them then there these they this those through thus to together too toward towards
  two under up upon us use used uses using very via was we were what when where whether which while who why
  will with within without would yet you your
  approach approaches based case challenge challenging effective efficient enabling exploring general
  generalized improved improving introducing investigation large large-scale method methods new novel
  overview paper propose proposed report results review revisiting rethinking scalable simple state-of-the-art
  strong study survey technical understanding unified arxiv preprint good better best first short note`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
