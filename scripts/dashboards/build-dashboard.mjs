import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';

const DATA_SOURCE = { type: 'prometheus', uid: '$' + '{datasource}' };
/** Refreshed when the time range changes: jobs come and go. */
const ON_TIME_RANGE = 2;
const HIDDEN = 2;

/** A dashboard as Grafana imports it, from `{ uid, title, description, rows: { title: panels } }`. */
export function buildDashboard({ uid, title, description, rows }) {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['lockstep'])
    .editable()
    .timezone('browser')
    .refresh('10s')
    .time({ from: 'now-30m', to: 'now' })
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withVariable(
      variable('job', 'label_values(lockstep_job_info, job_id)').label('Job').multi(false).includeAll(false),
    )
    .withVariable(everyOne('coordinator', 'label_values(lockstep_job_info{job_id=~"$job"}, instance)'))
    .withVariable(everyOne('worker', 'label_values(lockstep_worker_info{job_id=~"$job"}, instance)'));
  for (const [name, panels] of Object.entries(rows)) {
    builder.withRow(new RowBuilder(name));
    for (const panel of panels) builder.withPanel(panel);
  }
  return numbered(builder.build());
}

function variable(name, query) {
  return new QueryVariableBuilder(name)
    .datasource(DATA_SOURCE)
    .query({ query, refId: name })
    .refresh(ON_TIME_RANGE)
    .sort(1);
}

/** Follows from the chosen job. */
function everyOne(name, query) {
  return variable(name, query)
    .multi(true)
    .includeAll(true)
    .hide(HIDDEN)
    .current({ selected: true, text: 'All', value: '$__all' });
}

/** The SDK gives panels no id and every row the id 0; Grafana shows one panel of those that share an id. */
function numbered(dashboard) {
  return { ...dashboard, panels: dashboard.panels.map((panel, index) => ({ ...panel, id: index + 1 })) };
}
