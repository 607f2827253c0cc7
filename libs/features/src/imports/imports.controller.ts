import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { Requires } from '@trajectboek/api';
import { ImportSession } from './import-session.js';

@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly session: ImportSession) {}

  @Post()
  @Requires('events:import', 'Begin een import met de tijdstippen van de bron, in een leeg boek')
  async open(): Promise<{ importId: string }> {
    return { importId: await this.session.open() };
  }

  @Delete(':importId')
  @HttpCode(204)
  @Requires('events:import', 'Sluit een import af')
  close(@Param('importId') importId: string): void {
    this.session.close(importId);
  }
}
