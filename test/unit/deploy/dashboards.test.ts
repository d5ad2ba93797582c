import { describe, expect, it } from 'vitest';
import { unknownInQuery } from '../../setup/catalogue-check.ts';
import { queriesOf, readDashboards } from '../../setup/dashboard-files.ts';
import { recordedNames } from '../../setup/rule-files.ts';

describe.each(readDashboards().map((dashboard) => [dashboard.title, dashboard] as const))(
  'the dashboard %s',
  (_, dashboard) => {
    const { panels, templating } = dashboard;

    it.each(queriesOf(dashboard))(
      '%s asks only for metrics, labels and values that are served',
      (_, query) => {
        expect(unknownInQuery(query, recordedNames())).toEqual([]);
      },
    );

    it('gives every panel an id of its own and a place of its own', () => {
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(Math.min(...panels.map(({ id }) => id))).toBeGreaterThan(0);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
    });

    it('lets its user choose data source and job, and names neither itself', () => {
      expect(templating.list.map(({ name }) => name)).toEqual(expect.arrayContaining(['datasource', 'job']));
      for (const panel of panels.filter(({ type }) => type !== 'row')) {
        expect(panel.datasource?.uid, panel.title).toBe('$' + '{datasource}');
      }
    });

    it('uses no variable that it has not', () => {
      const names = templating.list.map(({ name }) => name);
      const used = [...JSON.stringify(dashboard).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!);
      expect(used.filter((name) => !name.startsWith('__') && !names.includes(name))).toEqual([]);
    });
  },
);
