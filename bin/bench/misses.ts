/** A limit gives rows, and a part makes of them what a person reads. */
const MADE_OF_ROWS =
  'The limit gives rows; the part also says what it asks in SQL and makes labels, links, a headline and a table of them. That takes one to two milliseconds and hardly more with more incidents, but where the rows take three it is a third. Statements that stay prepared between two pages would save a part of it.';

/** What is asked of the record beside the facts, in the same breath. */
const BESIDE_THE_RECORD =
  'Beside the rows it asks the record for events, trainings and breaks, judges every point by its control chart and tells it in a table.';

const MEMORY =
  'The copy is compressed and takes a tenth of it; what DuckDB has done with, it gives back. The rest is what JavaScript holds of answers to one filter after the other and gives back late, and the watch-lists that are kept.';

const FILE_ROWS =
  'The database reads all of it in one pass, as long as a bare COPY takes for it, and hands it over in the order of the list; the rest is what this program does meanwhile with its other core, which is to name codes and to quote. Another core would help where the machine is busy besides.';

/**
 * Why a target is missed and what would reach it, by the id of the target, in words for whoever reads the document. A
 * miss without words is said to have none.
 */
export const MISSES: Readonly<Record<string, string>> = {
  csv: FILE_ROWS,
  'csv-copy': FILE_ROWS,
  'csv-memory':
    'It hardly grows with the file: a piece of a few hundred incidents is on its way at a time, and JavaScript gives back late what it has passed on.',
  'part-heading': MADE_OF_ROWS,
  'part-triggers': MADE_OF_ROWS,
  'part-outcomes': MADE_OF_ROWS,
  'part-hours': MADE_OF_ROWS,
  'part-flow':
    'The limit gives more than a thousand rows; the part folds them, lays out the flow and tells each step of it in a table.',
  'part-series': BESIDE_THE_RECORD,
  'part-cards': BESIDE_THE_RECORD,
  'part-signals':
    'Its limit is what it asks itself, without what it makes of it: more than a thousand control charts.',
  'part-changed': 'Its limit is what it asks itself, without what it makes of it.',
  refresh:
    'The record makes a line of each of seven million rows with one core and this program puts them in with another; both are busy nearly all the time. More cores would help, or fewer columns of incidents.',
  memory: MEMORY,
  server: MEMORY,
  panels:
    'A page takes about 1.4 s of processor time on two cores: the browser 0.5, the copy 0.35, the program 0.3, and what gives its memory back 0.25. The last panel is the watch-list, which judges more than a thousand series, here anew for each filter; whoever looks at the same incidents next finds it ready. And React lets the parts of a page appear 300 ms after one another at the soonest, so that the last one may stand in the browser for as long before it is shown. More cores would help at once; so would figures that are read out of their rows only when a series is judged, and a cube of weeks and values for pages without any filter but the period.',
  ratio:
    'The record finds the incidents of a narrow filter by its indexes. And about a quarter of what the overview takes from the copy is the making of labels, charts and tables, which takes as long from the record: what is asked of all incidents is ahead by more.',
  'search-rare':
    'The record finds the words in its index and reads each text that it finds, to see whether it says the phrase as it was written; the copy counts and orders what is left.',
  palette:
    'The last word is looked for by its beginning while it is typed. With few letters very many words of very many incidents begin so; the record puts them together from its index and the copy counts them, for the last line of what is offered.',
  seed: 'The database and the program take about as long for an incident, and each keeps a core busy most of the time: the one with the words of the search index, keys and indexes, the other with composing rows and giving back their memory. Faster cores would help, and for the database one compiled for speed, by DATABASE_URL, whose owner may check keys for all rows at once.',
  'seed-copy':
    'The COPY puts in rows that are made already; the sample is composed, checked and audited meanwhile.',
};
