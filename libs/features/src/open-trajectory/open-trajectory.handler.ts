import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdentityIndexPort, problem } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import type { Identity } from '@trajectboek/privacy';
import { randomUUID } from 'node:crypto';
import type { IdentityRequest } from './open-trajectory.request.js';

export interface OpenedTrajectory {
  readonly trajectoryId: TrajectoryId;
  readonly created: boolean;
}

export class OpenTrajectory extends Command<OpenedTrajectory> {
  constructor(readonly controller: string, readonly identity: Identity) {
    super();
  }
}

/** Opens the trajectory of a person, or finds the one that is there; the id is random and says nothing. */
@CommandHandler(OpenTrajectory)
export class OpenTrajectoryHandler implements ICommandHandler<OpenTrajectory> {
  constructor(private readonly identities: IdentityIndexPort) {}

  async execute({ controller, identity }: OpenTrajectory): Promise<OpenedTrajectory> {
    return this.identities.findOrOpen(controller, identity, () => randomUUID() as TrajectoryId);
  }
}

/** @throws ProblemError schema, when it is not exactly one of the three ways to say who it is */
export function identityOf({ bsn, educationNumber, name, birthDate }: IdentityRequest): Identity {
  const given = Object.entries({ bsn, educationNumber, name, birthDate }).filter(([, value]) => value !== undefined).map(([key]) => key).join();
  if (given === 'bsn' && bsn !== undefined) return { bsn };
  if (given === 'educationNumber' && educationNumber !== undefined) return { educationNumber };
  if (given === 'name,birthDate' && name && birthDate !== undefined) return { name: { given: name.given, family: name.family }, birthDate };
  throw problem('schema', 'Zeg op precies één manier wie het is.', [{ pointer: '/identity', code: 'schema', detail: 'geef een bsn, een onderwijsnummer, of een naam met geboortedatum' }]);
}
