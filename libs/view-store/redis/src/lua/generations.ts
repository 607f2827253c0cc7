/** Scripts on the key of a view: which builds there are, which one readers see. */

/** Gives the number of a new build. */
export const NUMBER = `
local number = redis.call('HINCRBY', KEYS[1], 'last', 1)
redis.call('HSET', KEYS[1], 'build:' .. number, 'open')
return number
`;

/** Makes build ARGV[1] the live one and what was live the former one; 0 when somebody is dropping it, or has. */
export const SWITCH = `
if redis.call('HGET', KEYS[1], 'build:' .. ARGV[1]) ~= 'open' then return 0 end
local live = redis.call('HGET', KEYS[1], 'live')
if live ~= ARGV[1] then
  if live then redis.call('HSET', KEYS[1], 'former', live) else redis.call('HDEL', KEYS[1], 'former') end
  redis.call('HSET', KEYS[1], 'live', ARGV[1])
end
return 1
`;

/** Makes build ARGV[1], which is not live, the former one; 0 when somebody is dropping it, or has. */
export const SET_ASIDE = `
if redis.call('HGET', KEYS[1], 'build:' .. ARGV[1]) ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'former', ARGV[1])
return 1
`;

/**
 * Marks every build that is not live, so that no switch can choose it any more, and gives their numbers. ARGV[1]: `kept` for
 * all but the former one, the number of a build for that one only.
 */
export const CLAIM = `
local live = redis.call('HGET', KEYS[1], 'live')
local former = redis.call('HGET', KEYS[1], 'former')
local all = redis.call('HGETALL', KEYS[1])
local claimed = {}
for i = 1, #all, 2 do
  local number = all[i]:match('^build:(%d+)$')
  if number and number ~= live and (ARGV[1] == 'kept' and number ~= former or ARGV[1] == 'too' or ARGV[1] == number) then
    redis.call('HSET', KEYS[1], all[i], 'dropping')
    if number == former then redis.call('HDEL', KEYS[1], 'former') end
    claimed[#claimed + 1] = number
  end
end
return claimed
`;

/** Leaves readers without a live build. */
export const UNSET = `
return redis.call('HDEL', KEYS[1], 'live', 'former')
`;

/** Takes away the key of a view that has no build any more. */
export const FORGET = `
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do if field ~= 'last' then return 0 end end
return redis.call('DEL', KEYS[1])
`;

/** Scripts on the keys of one build. */

/** Another one after a restart or a failover. */
export const RUN = `
local function runOfServer() return redis.call('INFO', 'server'):match('run_id:(%x+)') or '' end
`;

/** Makes it, empty; 0 when something of an earlier build with this number is left: a failover took its number back. */
export const CREATE = `${RUN}
if redis.call('EXISTS', KEYS[1], KEYS[1] .. ':youths', KEYS[1] .. ':indexes', KEYS[1] .. ':ends', KEYS[1] .. ':dead') > 0 then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'tags', ARGV[2], 'selections', ARGV[3], 'position', 0, 'recordedAt', '', 'fence', 0, 'seq', 0, 'parts', ARGV[4], 'run', runOfServer())
for part = 1, tonumber(ARGV[4]) - 1 do redis.call('HSET', KEYS[1], 'position:' .. part, 0, 'recordedAt:' .. part, '', 'fence:' .. part, 0) end
return 1
`;

/** Closes the build for commits (ARGV[1] = 1), or opens it; 0 when it is gone. */
export const CLOSE = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ARGV[1] == '1' then redis.call('HSET', KEYS[1], 'closed', 1) else redis.call('HDEL', KEYS[1], 'closed') end
return 1
`;

/** Takes the build away from readers and writers at once, and a part of its keys; gives how many are left. */
export const SWEEP = `
local base = KEYS[1]
redis.call('DEL', base)
redis.call('UNLINK', base .. ':dead', base .. ':ends')
local youths = redis.call('ZPOPMIN', base .. ':youths', ARGV[1])
for i = 1, #youths, 2 do redis.call('UNLINK', base .. ':y:' .. youths[i]) end
for _, index in ipairs(redis.call('SPOP', base .. ':indexes', ARGV[1])) do redis.call('UNLINK', base .. index) end
return redis.call('ZCARD', base .. ':youths') + redis.call('SCARD', base .. ':indexes')
`;
