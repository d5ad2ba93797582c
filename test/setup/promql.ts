import { parser } from '@prometheus-io/lezer-promql';

interface Selector {
  readonly metric: string;
  /** Label name and the text of its matcher's value, in the order in which they stand. */
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

/** The vector selectors of a query. Throws with the place where the query cannot be parsed. */
export function selectorsOf(query: string): Selector[] {
  const selectors: { metric: string; matchers: { label: string; operator: string; value: string }[] }[] = [];
  parser.parse(query).iterate({
    enter: (node) => {
      const text = query.slice(node.from, node.to);
      if (node.type.isError) throw new Error(`cannot be parsed at ${node.from}: ${query}`);
      if (node.name === 'VectorSelector') selectors.push({ metric: text.match(/^[\w:]*/)![0], matchers: [] });
      if (node.name === 'UnquotedLabelMatcher') {
        const [, label, operator, value] = text.match(/^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/s)!;
        selectors.at(-1)!.matchers.push({ label: label!, operator: operator!, value: value! });
      }
    },
  });
  return selectors;
}
