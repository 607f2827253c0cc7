import { IsMomentText, IsOrganisation, ToNumber } from '@trajectboek/api';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

export const ACCESS_KINDS = ['read', 'write', 'refused', 'break-glass'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What lines of the access log can be found by. */
export class AccessesQuery {
  @IsOptional() @IsUUID(undefined, { message: 'is geen UUID' }) trajectoryId?: string;
  /** Of whom the reader or writer is. */
  @IsOptional() @IsOrganisation() organisation?: string;
  /** Pseudonym of an employee, or name of a system. */
  @IsOptional() @Matches(/^[a-z]+:[A-Za-z0-9._-]{1,100}$/, { message: 'is geen pseudoniem' }) actor?: string;
  /** What was done, or that it was refused; `break-glass` finds what was read on an emergency, which no route offers as yet. */
  @IsOptional() @IsIn(ACCESS_KINDS, { message: `is geen ${ACCESS_KINDS.join(', ')}` }) kind?: AccessKind;
  @IsOptional() @IsIn(['allowed', 'denied'], { message: 'is geen allowed of denied' }) decision?: 'allowed' | 'denied';
  @IsOptional() @IsMomentText() from?: string;
  @IsOptional() @IsMomentText() to?: string;
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(1, { message: 'is kleiner dan 1' }) @Max(500, { message: 'is meer dan 500' }) limit?: number;
  @IsOptional() @Matches(/^\d{1,15}$/, { message: 'is geen cursor die wij hebben gegeven' }) cursor?: string;
}
