// The few kinds of panel that the dashboards are made of.
import { FieldColorBuilder, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import * as gauge from '@grafana/grafana-foundation-sdk/gauge';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

const DATA_SOURCE = { type: 'prometheus', uid: '$' + '{datasource}' };
/** Of the 24 columns of a dashboard. */
const WIDTH = { curves: 8, number: 4 };
const NEWEST = { build: () => ({ values: false, calcs: ['lastNotNull'], fields: '' }) };
const HEIGHT = { curves: 8, number: 4 };

/**
 * Curves over time. `queries` maps a legend, in which `{{label}}` stands for a label's value, to a query.
 * `unit` is one of Grafana's; `isStacked` where the curves add up to a whole; `min` is null where values may be negative.
 */
export function curves({ title, description, unit, queries, isStacked = false, min = 0, max }) {
  const panel = new timeseries.PanelBuilder()
    .span(WIDTH.curves)
    .height(HEIGHT.curves)
    .lineWidth(1)
    .fillOpacity(isStacked ? 60 : 8)
    .spanNulls(false);
  if (min !== null) panel.min(min);
  if (isStacked) panel.stacking({ build: () => ({ mode: 'normal', group: 'A' }) });
  if (max !== undefined) panel.max(max);
  return described(panel, { title, description, unit, queries });
}

/** The newest value, large. `steps` are `[value or null, color]`, lowest first. */
export function number({ title, description, unit, query, legend = '', steps }) {
  const panel = new stat.PanelBuilder().span(WIDTH.number).height(HEIGHT.number);
  panel.reduceOptions(NEWEST);
  if (legend !== '') panel.textMode('name');
  colored(panel, steps);
  return described(panel, { title, description, unit, queries: { [legend]: query } });
}

/** A share from 0 to 1 as an arc. */
export function share({ title, description, query, steps }) {
  const panel = new gauge.PanelBuilder().span(WIDTH.number).height(HEIGHT.number).min(0).max(1);
  panel.reduceOptions(NEWEST);
  colored(panel, steps);
  return described(panel, { title, description, unit: 'percentunit', queries: { '': query } });
}

function colored(panel, steps = [[null, 'blue']]) {
  panel.colorScheme(new FieldColorBuilder().mode('thresholds'));
  panel.thresholds(
    new ThresholdsConfigBuilder().mode('absolute').steps(steps.map(([value, color]) => ({ value, color }))),
  );
}

function described(panel, { title, description, unit, queries }) {
  panel.title(title).description(description).unit(unit).datasource(DATA_SOURCE);
  Object.entries(queries).forEach(([legend, query], index) => {
    panel.withTarget(
      new DataqueryBuilder()
        .refId(String.fromCharCode(65 + index))
        .expr(query)
        .legendFormat(legend),
    );
  });
  return panel;
}
