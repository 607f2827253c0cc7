import type { TrajectoryId } from '@trajectboek/events';

/** The only place that spells the name of a stream. A namespace keeps several ledgers in one database apart. */
export class StreamNames {
  readonly youthPrefix: string;
  readonly accessLog: string;
  readonly leafMarks: string;

  constructor(namespace: string) {
    if (namespace.startsWith('$')) throw new RangeError('Streams that begin with $ belong to the server');
    this.youthPrefix = `${namespace}youth-`;
    this.accessLog = `${namespace}access-log`;
    this.leafMarks = `${namespace}leaf-marks`;
  }

  ofYouth(trajectoryId: TrajectoryId): string {
    return `${this.youthPrefix}${trajectoryId}`;
  }

  isYouth(stream: string): boolean {
    return stream.startsWith(this.youthPrefix);
  }
}
