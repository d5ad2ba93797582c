/**
 * Metrics in the text format 0.0.4 as OpenMetrics 1.0: a counter's family goes without `_total`, no blank lines, an end mark.
 * prom-client can write OpenMetrics too, but renames its counters for good when it does, so one registry cannot serve both.
 */
export function openMetricsText(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '');
  const counters = new Set(lines.map((line) => /^# TYPE (\S+_total) counter$/.exec(line)?.[1]));
  const renamed = lines.map((line) =>
    line.replace(/^(# (?:HELP|TYPE) )(\S+)/, (header, mark: string, name: string) =>
      counters.has(name) ? mark + name.slice(0, -'_total'.length) : header,
    ),
  );
  return `${renamed.join('\n')}\n# EOF\n`;
}
