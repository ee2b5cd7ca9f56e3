// The report as the engine gave it, with the reader's marks beside it. Schema khabar/1 allows more keys; "review" is the page's own.
import { articleFacts, type Article, type Mark } from '../state/articles';

interface ReviewedFact extends Mark {
  fact: string;
}

export function reviewedReport(article: Article): object | undefined {
  if (!article.report) return undefined;
  const facts: ReviewedFact[] = [];
  for (const fact of articleFacts(article).all) {
    const mark = article.marks[fact.key];
    if (mark) facts.push({ fact: fact.id, ...mark });
  }
  const review = { ...(article.publisher && { publisher: article.publisher }), ...(facts.length && { facts }) };
  return Object.keys(review).length ? { ...article.report, review } : article.report;
}

/** One article gives an object, several an array. */
export function jsonOf(articles: readonly Article[]): string {
  const reports = articles.map(reviewedReport).filter((report) => report !== undefined);
  return JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2) + '\n';
}
