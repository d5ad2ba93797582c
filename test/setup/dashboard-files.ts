import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../deploy/grafana/dashboards/', import.meta.url));

export interface DashboardPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly refId: string }[];
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly DashboardPanel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly query: unknown }[];
  };
}

export function readDashboards(): Dashboard[] {
  return readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')));
}

/** A query as Grafana sends it when all jobs are chosen. */
export function filledIn(query: string): string {
  return query.replaceAll('$__rate_interval', '10s').replace(/\$\w+/g, '.*');
}

/** Title of the panel and query, for each query of a dashboard. */
export function queriesOf(dashboard: Dashboard): [title: string, query: string][] {
  return dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, refId }) => [`${title} ${refId}`, filledIn(expr)] as [string, string]),
  );
}
