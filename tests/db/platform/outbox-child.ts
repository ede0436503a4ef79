import { openDatabase } from '#platform/database/client.ts';
import { startWorkers } from '#platform/jobs/workers.ts';
import { ownChannels } from '#platform/messaging/channels.ts';
import { deliveryWork } from '#platform/messaging/work.ts';

// A process of its own that delivers messages until it is killed.
const url = process.env.DATABASE_URL!;
await startWorkers(openDatabase(url), url, [deliveryWork(ownChannels)]);
