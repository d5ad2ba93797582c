// Acquires the lease that its argument describes, says under which revision, and holds it until it is killed.
import { openFileLeaderLease } from '../../src/store/file-leader-lease.ts';
import { openNatsLeaderLease } from '../../src/store/nats-leader-lease.ts';

export type LeasePlaceDescription =
  | { readonly directory: string }
  | { readonly servers: string[]; readonly bucket: string; readonly leaseMs: number };

const place = JSON.parse(process.argv[2]!) as LeasePlaceDescription;
const opening = 'directory' in place ? openFileLeaderLease(place) : openNatsLeaderLease(place);
setInterval(() => undefined, 1000);
void opening
  .then((lease) => lease.acquire())
  .then(({ fencingRevision }) => console.log(String(fencingRevision)));
