#!/usr/bin/perl
# The same exchange as a turn's, as an AGI script of users is written; it looks nothing up.
use strict;
use warnings;
use Asterisk::AGI;

my $agi = Asterisk::AGI->new;
$agi->ReadParse;
if (defined $agi->get_variable('AMENDS_KEY')) {
    $agi->exec('MSet', '"AMENDS_OK=1,AMENDS_DO=ask,AMENDS_SAY=amends/choice,AMENDS_SECONDS=5,AMENDS_NEXT=choice"');
}
