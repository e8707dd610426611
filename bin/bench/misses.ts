/** A limit gives rows, and a part makes of them what a person reads. */
const MADE_OF_ROWS =
  'The limit gives rows; the part also says what it asks in SQL and makes labels, links, a headline and a table of them. That takes one to two milliseconds and hardly more with more incidents, but where the rows take three it is a third. Labels kept from one page to the next would bring it near.';

const MEMORY =
  'The copy is compressed and takes a tenth of it, and what questions have used and freed is given back every ten seconds. The rest is what JavaScript holds of answers to one filter after the other and gives back late, the watch-lists that are kept, and what was freed in the last of these seconds. A smaller heap for JavaScript would bring it near, for more work of its collector.';

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
  'skill-gaps':
    'It parts all observations of the period, three to an incident, by team and technique in one pass, which waits for memory more than for the processor: machines differ by half in that. Sums by week and team, kept until the facts change, would reach it anywhere.',
  scan: 'It counts every combination of up to three values of all incidents and keeps both cores busy throughout, so that it takes as long as the machine does. It is made in the background after a change; combinations of the values that changed alone would be a part of it.',
  'part-heading': MADE_OF_ROWS,
  'part-triggers': MADE_OF_ROWS,
  'part-outcomes': MADE_OF_ROWS,
  'part-hours': MADE_OF_ROWS,
  'part-flow':
    'The limit gives more than a thousand rows; the part folds them and tells each step of the flow in a table. To fold small triggers and paths in the statement, so that fewer rows come out, would reach it.',
  'part-series':
    'Beside the rows it asks the record for events, trainings and breaks, judges every point by its control chart and tells it in a table. To keep these of the record by its version, as the copy is kept, would bring it near its limit.',
  'part-cards':
    'The statements take a little longer than their limit; the rest is the judging of every card with its comparison, about eight milliseconds of a core that the copy uses meanwhile. Judgements kept until the facts or the rules change would reach it for those who look again, not for a new filter.',
  'part-signals':
    'The statements take hardly longer than their limit; the rest is what is made of them: more than a thousand control charts are judged. Both keep the two cores busy. Where the program runs, it asks nothing without filters, since the weeks of everything are there already. With more cores the charts could be judged in another thread.',
  'part-changed':
    'It splits a change once it is found to be one, so that its questions come one after the other; the limit knows beforehand and looks at the incidents of both periods at once. To ask the splits of both periods together would bring it nearer.',
  refresh:
    'The record makes a line of each of seven million rows with one core and this program puts them in with another; both are busy nearly all the time. More cores would help, or fewer columns of incidents.',
  memory: MEMORY,
  server: MEMORY,
  'first-byte':
    'The first piece of a page has its bars, which wait for who looks, for the filters in words and for the views that somebody may use, each a few questions to the record. It goes out before the questions of the panels are put, about 30 ms after the request where nothing else is asked of the machine. To keep views and words by their version would save a few more.',
  panels:
    'A page takes about 0.9 s of processor time on two cores, 0.5 of it the program with its copy and 0.4 the browser, which draws, runs scripts and shows what has arrived. All parts are shown together, and the watch-list, which judges more than a thousand series, here anew for each filter, is the last to be waited for. Without filters, as most people look, its weeks are there already; under filters asking for it takes nearly half of what the program does, a third of that for the medians of its series. Besides, page and browser share two cores: alone, the server is done with a page in 0.3 s. A machine of its own for the browser, as everybody has, or a watch-list that reads no more than the series that can signal would reach it.',
  ratio:
    'The record finds the incidents of a narrow filter by its indexes. And about a quarter of what the overview takes from the copy is the making of labels, charts and tables, which takes as long from the record: what is asked of all incidents is ahead by more. Medians take the copy a quarter of the rest.',
  'search-rare':
    'The record finds the words in its index and reads each text that it finds, to see whether it says the phrase as it was written; the copy counts and orders what is left.',
  palette:
    'The last word is looked for by its beginning while it is typed. With few letters very many words of very many incidents begin so; the record puts them together from its index and the copy counts them, for the last line of what is offered.',
  seed: 'The database and the program take about as long for an incident, and each keeps a core busy most of the time: the one with the words of the search index, keys and indexes, the other with composing rows and giving back their memory. Faster cores would help, and for the database one compiled for speed, by DATABASE_URL, whose owner may check keys for all rows at once.',
  'seed-copy':
    'The COPY puts in rows that are made already; the sample is composed, checked and audited meanwhile.',
};
