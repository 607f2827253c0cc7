/** Scripts on the key of a view: which builds there are, which one readers see. */

/** Gives the number of a new build. */
export const NUMBER = `
local number = redis.call('HINCRBY', KEYS[1], 'last', 1)
redis.call('HSET', KEYS[1], 'build:' .. number, 'open')
return number
`;

/** Makes build ARGV[1] the live one; 0 when somebody is dropping it, or has. */
export const SWITCH = `
if redis.call('HGET', KEYS[1], 'build:' .. ARGV[1]) ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'live', ARGV[1])
return 1
`;

/** Marks every build that is not live, so that no switch can choose it any more, and gives their numbers. */
export const CLAIM = `
local live = redis.call('HGET', KEYS[1], 'live')
local all = redis.call('HGETALL', KEYS[1])
local claimed = {}
for i = 1, #all, 2 do
  local number = all[i]:match('^build:(%d+)$')
  if number and number ~= live then
    redis.call('HSET', KEYS[1], all[i], 'dropping')
    claimed[#claimed + 1] = number
  end
end
return claimed
`;

/** Scripts on the keys of one build. */

/** Makes it, empty; 0 when something of an earlier build with this number is left: a failover took its number back. */
export const CREATE = `
if redis.call('EXISTS', KEYS[1], KEYS[1] .. ':youths', KEYS[1] .. ':indexes', KEYS[1] .. ':dead') > 0 then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'tags', ARGV[2], 'position', 0, 'recordedAt', '', 'fence', 0, 'seq', 0)
return 1
`;

/** Shuts out every holder of an older token and gives the new one; nil when the build is gone. */
export const FENCE = `
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
return redis.call('HINCRBY', KEYS[1], 'fence', 1)
`;

/** Takes the build away from readers and writers at once, and a part of its keys; gives how many are left. */
export const SWEEP = `
local base = KEYS[1]
redis.call('DEL', base)
redis.call('UNLINK', base .. ':dead')
local youths = redis.call('ZPOPMIN', base .. ':youths', ARGV[1])
for i = 1, #youths, 2 do redis.call('UNLINK', base .. ':y:' .. youths[i]) end
for _, index in ipairs(redis.call('SPOP', base .. ':indexes', ARGV[1])) do redis.call('UNLINK', base .. index) end
return redis.call('ZCARD', base .. ':youths') + redis.call('SCARD', base .. ':indexes')
`;
