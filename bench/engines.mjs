// The engines that are compared. Each brings load(), which makes what reads a text, and the words for what it extracts; each is
// asked for everything that it says it extracts, no more.
const khabar = {
  name: 'Khabar, WebAssembly',
  extracts: 'entities, roles, times with values, quantities, events with parties, claims, proposals, assessments',
  async load() {
    const { load } = await import('../wasm/node.js');
    const engine = await load();
    return (text) => engine.analyze(text).events.length;
  },
};

const wink = {
  name: 'wink-nlp',
  entry: `import winkNLP from 'wink-nlp'; import model from 'wink-eng-lite-web-model'; globalThis.engine = winkNLP(model);`,
  extracts: 'sentences, tags, lemmas; dates, times, durations, amounts, numbers, as words',
  async load() {
    const { default: winkNLP } = await import('wink-nlp');
    const { default: model } = await import('wink-eng-lite-web-model');
    const nlp = winkNLP(model, ['sbd', 'negation', 'pos', 'ner']);
    return (text) => {
      const document = nlp.readDoc(text);
      return document.entities().out(nlp.its.detail).length + document.tokens().out(nlp.its.pos).length;
    };
  },
};

const compromise = {
  name: 'compromise',
  entry: `import nlp from 'compromise'; globalThis.engine = nlp;`,
  extracts: 'sentences, tags; people, places, organizations, numbers, as words',
  async load() {
    const { default: nlp } = await import('compromise');
    return (text) => {
      const document = nlp(text);
      return document.people().json().length + document.places().json().length + document.organizations().json().length + document.numbers().json().length;
    };
  },
};

const compromiseDates = {
  name: 'compromise with compromise-dates',
  entry: `import nlp from 'compromise'; import dates from 'compromise-dates'; nlp.plugin(dates); globalThis.engine = nlp;`,
  extracts: 'the same, and dates with values',
  async load() {
    const { default: nlp } = await import('compromise');
    const { default: dates } = await import('compromise-dates');
    nlp.plugin(dates);
    return (text) => {
      const document = nlp(text);
      return (
        document.people().json().length +
        document.places().json().length +
        document.organizations().json().length +
        document.numbers().json().length +
        document.dates().json().length
      );
    };
  },
};

const chrono = {
  name: 'chrono-node',
  entry: `import * as chrono from 'chrono-node'; globalThis.engine = chrono;`,
  extracts: 'dates and times with values',
  async load() {
    const { parse } = await import('chrono-node');
    return (text) => parse(text, new Date(2025, 2, 12)).length;
  },
};

const segmenter = {
  name: 'Intl.Segmenter',
  extracts: 'sentences and words',
  async load() {
    const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
    const words = new Intl.Segmenter('en', { granularity: 'word' });
    return (text) => {
      let count = 0;
      for (const { segment } of sentences.segment(text)) for (const word of words.segment(segment)) count += word.isWordLike ? 1 : 0;
      return count;
    };
  },
};

export const engines = { khabar, wink, compromise, 'compromise-dates': compromiseDates, chrono, segmenter };
