import { ToNumber } from '@trajectboek/api';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateIf } from 'class-validator';

const byId = ({ trajectoryId, eventId, position }: InclusionQuery): boolean => position === undefined || (trajectoryId ?? eventId) !== undefined;

/** Of which event a proof is asked, and in which tree: the newest signed one when no size is given. */
export class InclusionQuery {
  @ValidateIf(byId) @IsUUID(undefined, { message: 'is geen UUID' }) trajectoryId?: string;
  @ValidateIf(byId) @IsUUID(undefined, { message: 'is geen UUID' }) eventId?: string;
  /** In place of the two ids. */
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) position?: number;
  /** Size of a signed tree. */
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) treeSize?: number;
}

/** Sizes of two signed trees, the older one first. */
export class ConsistencyQuery {
  @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) from!: number;
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) to?: number;
}

/** A page of signed checkpoints, oldest first. */
export class CheckpointsQuery {
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) @Max(500, { message: 'is meer dan 500' }) limit?: number;
  @IsOptional() @Matches(/^\d{1,15}$/, { message: 'is geen cursor die wij hebben gegeven' }) cursor?: string;
}
