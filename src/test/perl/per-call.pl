#!/usr/bin/perl
# What Asterisk does with AGI(script): a new process for each call, its standard input and output connected to it.
# Here a small acceptor forks in Asterisk's place, which is cheaper than forking Asterisk. Says its port first.
use strict;
use warnings;
use Cwd ();
use File::Basename ();
use IO::Socket::INET;

my $script = File::Basename::dirname(Cwd::abs_path(__FILE__)) . '/turn.pl';
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 512, ReuseAddr => 1) or die "no port: $!";
$SIG{CHLD} = 'IGNORE';
$| = 1;
print 'port ', $server->sockport, "\n";
while (1) {
    my $call = $server->accept or next;
    my $pid = fork;
    if (defined $pid && $pid == 0) {
        open STDIN, '<&', $call or die;
        open STDOUT, '>&', $call or die;
        exec $^X, $script or die;
    }
    close $call;
}
