import { Injectable, type PipeTransform } from '@nestjs/common';
import { problem } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A UUID is the same in capitals (RFC 9562): one youth has one id, also in what is remembered of him. */
@Injectable()
class TrajectoryIdPipe implements PipeTransform<string, TrajectoryId> {
  transform(value: string): TrajectoryId {
    if (!UUID.test(value)) throw problem('schema', 'Een traject heeft een UUID als nummer.', [{ pointer: '/trajectoryId', code: 'schema', detail: 'is geen UUID' }]);
    return value.toLowerCase() as TrajectoryId;
  }
}

export const TRAJECTORY_ID = new TrajectoryIdPipe();
